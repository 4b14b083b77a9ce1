using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

public sealed class PoolBindingTests
{
    [Fact]
    public async Task One_pool_is_a_selector_and_one_toleration_for_each_taint()
    {
        var pod = await ServingSamples.PodAsync(ServingSamples.OnGpu());

        JsonAssert.Same("""{ "gpu-inference/pool": "t4" }""", pod["nodeSelector"]);
        JsonAssert.Same(
            """
            [
              { "key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule" },
              { "key": "spot", "operator": "Exists", "effect": "NoExecute" }
            ]
            """,
            pod["tolerations"]);
        JsonAssert.Same(Amd64Only, pod["affinity"]);
    }

    [Fact]
    public async Task Nodes_without_taints_need_no_toleration()
    {
        var pod = await ServingSamples.PodAsync(ServingSamples.OnCpu());

        JsonAssert.Same("""{ "kubernetes.io/os": "linux" }""", pod["nodeSelector"]);
        Assert.Null(pod["tolerations"]);
        JsonAssert.Same(Amd64Only, pod["affinity"]);
    }

    [Fact]
    public async Task Of_several_pools_one_is_required_and_the_first_is_preferred()
    {
        var pod = await PodAsync(Samples.GpuPool("t4"), Samples.GpuPool("a100"), Samples.GpuPool("v100"));

        Assert.Null(pod["nodeSelector"]);
        JsonAssert.Same(
            $$"""
            {
              "nodeAffinity": {
                "requiredDuringSchedulingIgnoredDuringExecution": { "nodeSelectorTerms": [ {{Required("t4")}}, {{Required("a100")}}, {{Required("v100")}} ] },
                "preferredDuringSchedulingIgnoredDuringExecution": [
                  { "weight": 100, "preference": {{Term("t4")}} },
                  { "weight": 99, "preference": {{Term("a100")}} },
                  { "weight": 98, "preference": {{Term("v100")}} }
                ]
              }
            }
            """,
            pod["affinity"]);
    }

    [Fact]
    public async Task Taints_of_all_pools_are_tolerated_once_whatever_their_value()
    {
        var pod = await PodAsync(
            Samples.GpuPool("a", new Taint("team", "x", TaintEffect.NoSchedule)),
            Samples.GpuPool("b", new Taint("team", "y", TaintEffect.NoSchedule), new Taint("team", "y", TaintEffect.NoExecute)));

        Assert.Equal(
            ["nvidia.com/gpu NoSchedule", "team NoSchedule", "team NoExecute"],
            pod["tolerations"]!.Select(toleration => $"{toleration["key"]} {toleration["effect"]}"));
    }

    private const string Amd64 = """{ "key": "kubernetes.io/arch", "operator": "In", "values": ["amd64"] }""";

    // TensorFlow Serving has no image for arm64.
    private const string Amd64Only =
        $$"""{ "nodeAffinity": { "requiredDuringSchedulingIgnoredDuringExecution": { "nodeSelectorTerms": [ { "matchExpressions": [ {{Amd64}} ] } ] } } }""";

    private static string Required(string pool) =>
        $$"""{ "matchExpressions": [ { "key": "gpu-inference/pool", "operator": "In", "values": ["{{pool}}"] }, {{Amd64}} ] }""";

    private static string Term(string pool) =>
        $$"""{ "matchExpressions": [ { "key": "gpu-inference/pool", "operator": "In", "values": ["{{pool}}"] } ] }""";

    private static Task<JToken> PodAsync(params PoolReferenceArgs[] pools) => ServingSamples.PodAsync(ServingSamples.OnGpu(pools));
}
