using Infra.Components.Traffic.EnvoyGateway;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Serving.Traffic;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Traffic;

/// <summary>The proxies of a gateway: their pods, and the Service in front.</summary>
internal static class GatewayProxies
{
    private const string Prefix = "service.beta.kubernetes.io/aws-load-balancer-";

    /// <summary>The specification of the EnvoyProxy.</summary>
    /// <param name="args">The gateway.</param>
    /// <param name="ownerLabel">Label of its pods whose value is the gateway's name.</param>
    public static EnvoyProxySpecArgs For(ModelGatewayArgs args, string ownerLabel)
    {
        var kubernetes = new EnvoyKubernetesArgs
        {
            EnvoyDeployment = new EnvoyDeploymentArgs
            {
                Replicas = args.Replicas,
                Container = new EnvoyContainerArgs { Resources = Resources() },
                Pod = new EnvoyPodArgs { TopologySpreadConstraints = { Spread(NodeLabels.Zone, args, ownerLabel), Spread(NodeLabels.Hostname, args, ownerLabel) } },
            },
            EnvoyService = Service(args),
            // With one pod it would keep its node from being drained.
            EnvoyPDB = args.Replicas > 1 ? (Input<EnvoyDisruptionBudgetArgs>)new EnvoyDisruptionBudgetArgs { MaxUnavailable = 1 } : null,
        };
        return new EnvoyProxySpecArgs
        {
            Provider = new EnvoyProviderArgs { Type = "Kubernetes", Kubernetes = kubernetes },
            Shutdown = new EnvoyShutdownArgs { DrainTimeout = $"{args.LongestRequestSeconds}s", MinDrainDuration = $"{Math.Min(AlbRules.NoticeSeconds, args.LongestRequestSeconds)}s" },
        };
    }

    private static CoreV1.ResourceRequirementsArgs Resources() => new()
    {
        Requests = { ["cpu"] = ModelGatewayPods.Cpu.ToString(), ["memory"] = ModelGatewayPods.Memory.ToString() },
    };

    private static CoreV1.TopologySpreadConstraintArgs Spread(string topology, ModelGatewayArgs args, string ownerLabel) => new()
    {
        TopologyKey = topology,
        MaxSkew = 1,
        WhenUnsatisfiable = "ScheduleAnyway",
        LabelSelector = new Meta.LabelSelectorArgs { MatchLabels = { [ownerLabel] = args.Gateway } },
    };

    private static EnvoyServiceArgs Service(ModelGatewayArgs args) => new()
    {
        Type = GatewayServices.All[args.Service],
        LoadBalancerClass = args.LoadBalancerClass is { } @class ? (Input<string>)@class : null,
        Annotations = args.LoadBalancerClass is null ? null : new InputMap<string>
        {
            [Prefix + "scheme"] = LoadBalancerSchemes.AwsName(args.InternetFacing ? LoadBalancerScheme.InternetFacing : LoadBalancerScheme.Internal),
            [Prefix + "nlb-target-type"] = "ip",
            // Else every caller has the load balancer's address, and nobody could be let in by his network.
            [Prefix + "target-group-attributes"] = "preserve_client_ip.enabled=true",
        },
    };
}
