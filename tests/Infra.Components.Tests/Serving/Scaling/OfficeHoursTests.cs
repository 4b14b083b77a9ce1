using Infra.Components.Serving;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Pulumi;

namespace Infra.Components.Tests.Serving.Scaling;

public sealed class OfficeHoursTests
{
    [Theory]
    [InlineData("plain", "Deployment qwen")]
    [InlineData("kserve", "Deployment qwen-predictor")]
    [InlineData("llmInferenceService", "Deployment qwen-kserve")]
    [InlineData("leaderWorkerSet", "LeaderWorkerSet qwen-group")]
    public async Task Windows_are_triggers_beside_the_targets(string backend, string target)
    {
        var (who, what) = Assert.Single(ScaledSamples.Scalers(await ScaledSamples.Run(backend, Nights(outside: 0))));

        Assert.Equal("ScaledObject", who);
        Assert.Equal(target, $"{what.SelectToken("scaleTargetRef.kind")} {what.SelectToken("scaleTargetRef.name")}");
        Assert.Equal((0, 4), ((int)what["minReplicaCount"]!, (int)what["maxReplicaCount"]!));
        JsonAssert.Same(
            """
            [
              { "type": "cpu", "metricType": "Utilization", "metadata": { "value": "70" } },
              {
                "type": "cron", "metricType": "AverageValue",
                "metadata": { "timezone": "America/New_York", "start": "0 22 * * 5-6", "end": "30 5 * * 0,6", "desiredReplicas": "2" }
              }
            ]
            """,
            what["triggers"]);
        // What a missing metric would fall back to is two replicas at night.
        Assert.Null(what["fallback"]);
        Assert.NotNull(what["cooldownPeriod"]);
    }

    [Theory]
    [InlineData(0, "true")]
    [InlineData(1, null)]
    public async Task Nobody_waits_for_who_may_sleep(int outside, string? skipAwait)
    {
        var run = await ScaledSamples.Run("plain", Nights(outside));

        Assert.Equal(
            skipAwait, (string?)run.Registrations.Single(resource => resource.Type == "kubernetes:apps/v1:Deployment").Inputs.SelectToken("metadata.annotations['pulumi.com/skipAwait']"));
    }

    [SkippableFact]
    public async Task The_object_fits_its_definition()
    {
        var run = await ScaledSamples.Run("plain", Nights(outside: 1));

        Assert.Equal([], CustomResourceDefinitions.Problems(run.Registrations.Single(resource => resource.Type == ScaledSamples.ScaledObject).Inputs));
    }

    [Fact]
    public async Task What_is_no_window_is_refused()
    {
        var autoscaling = new AutoscalingArgs
        {
            MinReplicas = 1,
            MaxReplicas = 4,
            CpuPercent = 70,
            OfficeHours = new OfficeHoursArgs { Windows = [new OfficeWindowArgs { TimeZone = "Europe/Berlin", Days = ["mon"], From = "7:30", To = "24:00" }] },
        };

        var failure = await Assert.ThrowsAsync<ResourceException>(() => ScaledSamples.Run("plain", autoscaling));

        Assert.Equal(
            """
            2 problems in gpu-inference:index:InferenceService:
              vision.autoscaling.officeHours.windows[0].from: '7:30' is no time of day; allowed: two digits each, such as '07:30'
              vision.autoscaling.officeHours.windows[0].days: 'mon' is no day of the week; there are: monday, tuesday, wednesday, thursday, friday, saturday, sunday
            """,
            failure.Message);
    }

    private static AutoscalingArgs Nights(int outside) => new()
    {
        MinReplicas = 2,
        MaxReplicas = 4,
        CpuPercent = 70,
        OfficeHours = new OfficeHoursArgs
        {
            Windows = [new OfficeWindowArgs { TimeZone = "America/New_York", Days = ["friday", "saturday"], From = "22:00", To = "05:30" }],
            Outside = outside,
        },
    };
}
