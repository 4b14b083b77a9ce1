using Infra.Components.Shared;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Monitoring.Traces;

/// <summary>Who sends traces to the collector and asks for its metrics, and what its pods may reach.</summary>
internal static class TraceCollectorNetworkPolicy
{
    /// <summary>The policy's inputs.</summary>
    public static Net.NetworkPolicyArgs For(TraceCollectorArgs args, Input<string> namespaceName)
    {
        var calls = new Net.NetworkPolicyIngressRuleArgs { Ports = NetworkPeers.Tcp([TracePipeline.HttpPort, TracePipeline.GrpcPort]) };
        foreach (var client in args.ClientNamespaces.Distinct())
        {
            calls.From.Add(NetworkPeers.Namespace(client));
        }

        var spec = new Net.NetworkPolicySpecArgs
        {
            PodSelector = new Meta.LabelSelectorArgs { MatchLabels = TraceCollectorValues.Selector.ToDictionary() },
            PolicyTypes = { "Ingress", "Egress" },
            Ingress = { calls },
            Egress = { NetworkPeers.Dns(), NetworkPeers.Everywhere(new Uri(args.Endpoint).Port) },
        };
        if (args.Scraping is not null)
        {
            spec.Ingress.Add(new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.Namespace(args.PrometheusNamespace!) }, Ports = { NetworkPeers.Tcp(TracePipeline.MetricsPort) } });
        }

        return new Net.NetworkPolicyArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = TraceCollectorValues.Name, Namespace = namespaceName, Labels = ManagedBy.Owned },
            Spec = spec,
        };
    }
}
