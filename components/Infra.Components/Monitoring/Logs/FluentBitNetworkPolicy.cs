using Infra.Components.Shared;
using Infra.Core.Monitoring.Logs;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Monitoring.Logs;

/// <summary>Who may ask Fluent Bit for metrics, and what its pods may reach.</summary>
internal static class FluentBitNetworkPolicy
{
    /// <summary>The policy's inputs.</summary>
    public static Net.NetworkPolicyArgs For(FluentBitArgs args, Input<string> namespaceName)
    {
        var spec = new Net.NetworkPolicySpecArgs
        {
            PodSelector = new Meta.LabelSelectorArgs { MatchLabels = FluentBitValues.Selector.ToDictionary() },
            PolicyTypes = { "Ingress", "Egress" },
            // The API server says whose a log is.
            Egress = { NetworkPeers.Dns(), NetworkPeers.ApiServer() },
        };
        if (args.Scraping is not null)
        {
            spec.Ingress.Add(new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.Namespace(args.PrometheusNamespace!) }, Ports = { NetworkPeers.Tcp(FluentBitPipeline.Port) } });
        }

        if (args.CloudWatch is null)
        {
            spec.Egress.Add(new Net.NetworkPolicyEgressRuleArgs { To = { NetworkPeers.Namespace(Loki.Namespace) }, Ports = { NetworkPeers.Tcp(Loki.Port) } });
        }
        else
        {
            // HTTPS, for CloudWatch Logs, is allowed with the API server.
            spec.Egress.Add(NetworkPeers.PodIdentity());
        }

        return new Net.NetworkPolicyArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = FluentBitValues.Namespace, Namespace = namespaceName, Labels = ManagedBy.Owned },
            Spec = spec,
        };
    }
}
