using Infra.Capacity.Platform;
using Infra.Capacity.Recommendation;
using Infra.Core.Nodes;
using Infra.Core.Serving.Autoscaling;
using Infra.Planning.Rendering;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Capacity.Tests.Recommendation;

public sealed class RecommendationRenderingTests
{
    private static readonly SearchSpace _space = new()
    {
        Present = Tries.Setting("g4dn.xlarge", 2, 4),
        Starts = [Tries.Setting("g4dn.xlarge", 2, 4), Tries.Setting("g6.xlarge", 2, 4)],
        Scales = true,
        Targets = [new ScalerTarget(ScalingMetric.Concurrency, 8)],
    };

    private static readonly Infra.Capacity.Recommendation.Recommendation _sample = Tries.Recommendation(
        _space,
        Tries.Of(_space.Present, 1.5m, 0.9),
        Tries.Of(Tries.Setting("g4dn.xlarge", 1, 2), 0.5m, 0.6),
        Tries.Of(Tries.Setting("g4dn.xlarge", 1, 4) with { Target = new ScalerTarget(ScalingMetric.Concurrency, 4) }, 1.25m, 0.96),
        Tries.Of(Tries.Setting("g4dn.xlarge", 4, 8), 3m, 1),
        Tries.Of(Tries.Setting("g4dn.xlarge", 3, 6), 1m, 1, "image-classifier"),
        Tries.Of(Tries.Setting("p6-b200.48xlarge", 1, 2), null, 1)) with
    {
        Notes = ["not searched: mixes"],
    };

    private static readonly Infra.Capacity.Recommendation.Recommendation _full = _sample with
    {
        Outcome = _sample.Outcome with
        {
            Refused =
            [
                new RefusedSetting(Tries.Setting("g6.xlarge", 1, 2), "nobody measured it"), new RefusedSetting(Tries.Setting("g6.xlarge", 2, 4), "nobody measured it"),
                new RefusedSetting(Tries.Setting("g4dn.xlarge", 1, 4) with { Share = new GpuShare(GpuSharingMode.Mig, 7, "all-1g.5gb") }, "no MIG"),
                new RefusedSetting(Tries.Setting("g4dn.xlarge", 1, 4) with { Purchase = NodePurchase.OnDemandFirst(1) }, "no room"),
            ],
            Cut = [SearchStage.Targets],
        },
    };

    [Fact]
    public void Text_has_all_of_it()
    {
        var text = PlainText.Of(RecommendationText.Render(_full));

        Assert.StartsWith("assistant: g4dn.xlarge, spot, with 1 to 4 replicas keeps p95=1 s for ~$1.25 an hour (~$913 a month); now it is 90 % in time for ~$1.50 an hour (~$1,095 a month)\n", text, StringComparison.Ordinal);
        Golden.Match(text, "recommendation.txt");
    }

    [Fact]
    public void What_stays_as_it_is_and_what_nothing_keeps_is_said()
    {
        Assert.StartsWith(
            "assistant: what there is keeps p95=1 s, and nothing that was tried does so for less than ~$1.50 an hour (~$1,095 a month)\n",
            PlainText.Of(RecommendationText.Render(Tries.Recommendation(_space, Tries.Of(_space.Present, 1.5m, 0.95)))), StringComparison.Ordinal);
        Assert.StartsWith(
            "assistant: nothing that was tried keeps p95=1 s; now it is 90 % in time for a cost that nobody knows\n",
            PlainText.Of(RecommendationText.Render(Tries.Recommendation(_space, Tries.Of(_space.Present, null, 0.9)))), StringComparison.Ordinal);
    }

    // A roofline of eight GPUs without NVLink looks better than the machine is.
    [Theory]
    [InlineData(8, true)]
    [InlineData(1, false)]
    public void What_an_estimate_does_not_know_of_several_GPUs_is_said(int gpus, bool isSaid)
    {
        var chosen = Tries.Of(Tries.Setting("g6e.48xlarge", 1, 1), 1m, 1);
        var wide = chosen with { Model = chosen.Model with { Model = chosen.Model.Model with { Pods = [PodDemand.None with { Devices = PodDemand.None.Devices.Add("nvidia.com/gpu", gpus).Add("vpc.amazonaws.com/efa", 4) }] } } };

        var text = PlainText.Of(RecommendationText.Render(Tries.Recommendation(_space, Tries.Of(_space.Present, 1.5m, 0.9), wide)));

        Assert.Equal(isSaid, text.Contains("  the 8 GPUs of a replica exchange what they computed in every layer, and the estimate takes no time for it: without NVLink between them (G instances have none) they are slower than it says\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_has_all_of_it()
    {
        var text = Json(_full);
        var document = JObject.Parse(text);

        Assert.Equal((1, 1.25m, 4.0), ((int)document["schemaVersion"]!, (decimal)document["chosen"]!["usdPerHour"]!, (double)document["chosen"]!["targets"]!["concurrency"]!));
        Assert.Equal([0.6, 0.96, 1], document["front"]!.Select(one => (double)one["inTime"]!));
        Assert.Equal(6, document["tried"]!.Count());
        Assert.Equal(["image-classifier"], document["tried"]![4]!["harms"]!.Values<string>());
        Assert.Equal(text, Json(_full));
        Golden.Match(text, "recommendation.json");
    }

    private static string Json(Infra.Capacity.Recommendation.Recommendation recommendation)
    {
        using var text = new StringWriter { NewLine = "\n" };
        RecommendationJson.Write(recommendation, "Pulumi.dev.yaml", ["- old", "+ new"], text);
        return text.ToString();
    }
}
