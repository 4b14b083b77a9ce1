namespace Infra.Stacks.Tests.Settings;

/// <summary>Office hours and recommendations as the configuration says them, and what is wrong with them.</summary>
public sealed class OfficeHoursSettingsTests
{
    [Fact]
    public void Hours_have_a_zone_and_working_days()
    {
        var hours = Eks("""{"timeZone": "Asia/Kolkata", "windows": [{"from": "09:00", "to": "18:00"}, {"days": ["sunday"], "from": "22:00", "to": "02:00", "timeZone": "UTC"}]}""")
            .Read().Models[0].Autoscaling!.ToSpec().OfficeHours!;

        Assert.Equal(0, hours.Outside);
        Assert.Equal(
            ["Asia/Kolkata 0 9 * * 1-5 until 0 18 * * 1-5", "UTC 0 22 * * 0 until 0 2 * * 1"], hours.Triggers.Select(trigger => $"{trigger.TimeZone} {trigger.Start} until {trigger.End}"));
    }

    [Theory]
    [InlineData(
        """{"timeZone": "Asia/Kolkatta", "windows": [{"from": "09:00", "to": "18:00"}]}""",
        "gpu-inference:models[0].autoscaling.officeHours: 'Asia/Kolkatta' is no time zone of the IANA (2026f); did you mean 'Asia/Kolkata'?")]
    [InlineData(
        """{"timeZone": "UTC", "windows": [{"from": "9:00", "to": "18:00"}]}""",
        "gpu-inference:models[0].autoscaling.officeHours.windows[0].from: '9:00' is not allowed; allowed: a time of day with two digits each, such as '07:30'")]
    [InlineData(
        """{"timeZone": "UTC", "windows": [{"from": "09:00", "to": "09:00"}]}""",
        "gpu-inference:models[0].autoscaling.officeHours.windows[0].to: '09:00' is when it begins; for a whole day say from '00:00' to '24:00'")]
    [InlineData(
        """{"timeZone": "UTC", "outside": 3, "windows": [{"from": "09:00", "to": "18:00"}]}""",
        "gpu-inference:models[0].autoscaling.officeHours.outside: 3 is not less than min, which is 2; office hours would change nothing: raise min, the fewest replicas within the hours, or remove officeHours")]
    public void What_can_t_be_is_refused(string hours, string problem) => Assert.Equal(problem, Eks(hours).Problems());

    [Fact]
    public void A_model_on_Ray_has_neither_hours_nor_recommendations()
    {
        var config = Eks("""{"timeZone": "UTC", "windows": [{"from": "09:00", "to": "18:00"}]}""")
            .With("models[0].backend", "\"ray\"").With("models[0].verticalRecommendations", "true");

        Assert.Contains(
            "models[0].autoscaling.officeHours: the backend ray can't have office hours; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or autoscaling.officeHours",
            config.Problems(), StringComparison.Ordinal);
        Assert.Contains(
            "models[0].verticalRecommendations: the backend ray can't have recommendations of CPU and memory; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or verticalRecommendations",
            config.Problems(), StringComparison.Ordinal);
    }

    private static SampleConfig Eks(string hours) => SampleConfig.Eks().With("models[0].autoscaling", $$"""{"min": 2, "max": 4, "cpuPercent": 70, "officeHours": {{hours}}}""")
        .With("pools[0].capacity.max", "4");
}
