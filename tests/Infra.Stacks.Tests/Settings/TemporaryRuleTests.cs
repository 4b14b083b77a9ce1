namespace Infra.Stacks.Tests.Settings;

/// <summary>What an environment that goes again must not be, or share.</summary>
public sealed class TemporaryRuleTests
{
    private const string Temporary = """{"from": "dev", "until": "2026-11-23T04:00:00Z"}""";

    [Theory]
    [InlineData("""{"from": "dev", "until": "tomorrow"}""", "'tomorrow'")]
    [InlineData("""{"from": "dev", "until": "2026-13-23T04:00:00Z"}""", "'2026-13-23T04:00:00Z'")]
    [InlineData("""{"from": "dev", "until": "2026-11-23T04:00:00+01:00"}""", "'2026-11-23T04:00:00+01:00'")]
    public void The_end_is_a_time_in_UTC(string temporary, string found) => Assert.Contains(
        $"gpu-inference:temporary.until: {found} is no time in UTC, such as \"2026-11-23T04:00:00Z\"; './run extend' writes one",
        SampleConfig.Local().With("temporary", temporary).Problems());

    [Fact]
    public void It_has_a_cluster_of_its_own() => Assert.Contains(
        "gpu-inference:cluster: is a cluster that somebody else looks after, where this environment and 'dev' would fight over the same namespaces and controllers; a temporary one needs a cluster of its own (eks)",
        SampleConfig.Local().With("temporary", Temporary).Problems());

    [Theory]
    [InlineData("production", "true", "gpu-inference:production: true, but the environment is temporary, and people count on nothing that goes by itself; remove it")]
    [InlineData("storage", """{"protect": true}""", "gpu-inference:storage.protect: true, but the environment is temporary, and what is protected can't be destroyed; write false")]
    [InlineData("adopt", """{"cluster": "x"}""", "gpu-inference:adopt: takes over what belongs to 'dev'; remove it")]
    [InlineData("containerRegistry", """{"repositories": ["ranker"]}""", "gpu-inference:containerRegistry: names repositories that 'dev' has in the same account; remove it, images come from where 'dev' pushes them")]
    public void What_it_would_share_is_refused(string key, string value, string problem) =>
        Assert.Contains(problem, SampleConfig.Local().With("temporary", Temporary).With(key, value).Problems());
}
