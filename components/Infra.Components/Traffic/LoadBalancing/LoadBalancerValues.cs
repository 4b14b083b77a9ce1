using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Traffic.LoadBalancing;

/// <summary>Values of the aws-load-balancer-controller chart (3.5.0) that we set; all others keep the chart's defaults.</summary>
internal static class LoadBalancerValues
{
    // The chart asks for nothing; these are the requests in its comment. It keeps all Services, endpoints and pods of the cluster in its memory.
    private static readonly CpuQuantity _cpu = new(100);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(128);
    private static readonly ByteSize _memoryLimit = ByteSize.FromMebibytes(512);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(LoadBalancerControllerArgs args) => new()
    {
        ["clusterName"] = args.ClusterName,
        ["region"] = args.Region,
        ["vpcId"] = args.VpcId,
        ["replicaCount"] = args.Replicas,
        ["serviceAccount"] = new Dictionary<string, object> { ["create"] = true, ["name"] = LoadBalancerController.ServiceAccount },
        ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memoryLimit),
        ["podDisruptionBudget"] = new Dictionary<string, object> { ["maxUnavailable"] = 1 },
        ["topologySpreadConstraints"] = HelmScheduling.Spread("app.kubernetes.io/name", Pins.LoadBalancerController.Name),
        // Classes are ours, one for each load balancer.
        ["createIngressClassResource"] = false,
        ["ingressClassParams"] = new Dictionary<string, object> { ["create"] = false },
        ["defaultTargetType"] = "ip",
        ["defaultTags"] = args.Tags.ToDictionary(tag => tag.Key, object (tag) => tag.Value),
        // Else every Service of type LoadBalancer that names no class would be its business, and none could be made while it is away.
        ["enableServiceMutatorWebhook"] = false,
        ["enableShield"] = false,
        ["enableWaf"] = false,
        ["enableWafv2"] = args.Wafv2,
        ["controllerConfig"] = new Dictionary<string, object>
        {
            // Gateways are Envoy Gateway's here.
            ["featureGates"] = new Dictionary<string, object> { ["ALBGatewayAPI"] = false, ["NLBGatewayAPI"] = false },
        },
        ["serviceMonitor"] = HelmMonitors.Of(args.Scraping),
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint(int replicas) => new()
    {
        Workload = Pins.LoadBalancerController.Name,
        Kind = WorkloadKind.Deployment,
        Replicas = replicas,
        Cpu = _cpu,
        Memory = _memory,
        Budget = DisruptionBudget.OneAtATime,
        Spread = HelmScheduling.Topologies,
        Source = $"{Pins.LoadBalancerController.Name} {Pins.LoadBalancerController.Version}, templates/deployment.yaml; replicas and requests in our values",
    };
}
