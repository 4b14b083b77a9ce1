using Infra.Core;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Order;

/// <summary>The pods of a plan, and the nodes that they run on.</summary>
internal static class Workloads
{
    public const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    public const string KarpenterPool = "kubernetes:karpenter.sh/v1:NodePool";
    public const string Release = "kubernetes:helm.sh/v3:Release";

    private const string PoolLabel = "gpu-inference/pool";

    // Where kinds have the pods that run on pools: Deployments and Jobs, CronJobs, KEDA's ScaledJobs, KServe's two kinds, KubeRay, LeaderWorkerSet.
    private static readonly string[] _places =
    [
        "template.spec", "jobTemplate.spec.template.spec", "jobTargetRef.template.spec",
        "predictor", "template", "rayClusterConfig.workerGroupSpecs[0].template.spec", "workerGroupSpecs[0].template.spec", "rayClusterSpec.workerGroupSpecs[0].template.spec", "leaderWorkerTemplate.workerTemplate.spec",
    ];

    /// <summary>Objects that make pods.</summary>
    public static IEnumerable<JObject> All(OrderedPlan plan) => plan.Resources.Where(resource => Pod(resource) is not null);

    /// <summary>Specification of the pods that an object makes; null if it makes none.</summary>
    public static JToken? Pod(JObject resource) => _places.Select(place => resource.SelectToken($"inputs.spec.{place}")).FirstOrDefault(pod => pod?["containers"] is not null);

    /// <summary>Names of the pools that a pod may run on.</summary>
    public static IEnumerable<string> PoolsOf(JToken pod) => pod
        .SelectTokens("affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[*].matchExpressions[*]")
        .Where(expression => (string?)expression["key"] == PoolLabel)
        .SelectMany(expression => expression["values"]!.Values<string>())
        .Append((string?)pod["nodeSelector"]?[PoolLabel])
        .OfType<string>();

    /// <summary>What makes the nodes of a pool.</summary>
    public static IEnumerable<JObject> NodesOf(OrderedPlan plan, string pool) => plan
        .Of(ComponentTypes.GpuNodePool, ComponentTypes.KarpenterNodePool, ComponentTypes.EksAutoModeNodes)
        .Where(component => (string?)component.SelectToken("inputs.poolName") == pool)
        .SelectMany(component => plan.ChildrenOf(OrderedPlan.Urn(component), NodeGroup, KarpenterPool));

    /// <summary>What makes nodes of any pool, that of controllers among them.</summary>
    public static IEnumerable<JObject> Nodes(OrderedPlan plan) => plan.Of(NodeGroup, KarpenterPool);

    /// <summary>Nodes of the pool that the cluster's controllers run on.</summary>
    public static IEnumerable<JObject> SystemNodes(OrderedPlan plan) =>
        plan.Of(ComponentTypes.SystemNodePool).SelectMany(pool => plan.ChildrenOf(OrderedPlan.Urn(pool), NodeGroup));

    /// <summary>Releases of components that serve this pool.</summary>
    public static IEnumerable<JObject> ReleasesFor(OrderedPlan plan, string pool, params string[] components) => plan
        .Of(components)
        .Where(component => component.SelectTokens("inputs.pools[*].name").Any(name => (string?)name == pool))
        .SelectMany(component => plan.ChildrenOf(OrderedPlan.Urn(component), Release));
}
