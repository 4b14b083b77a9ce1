using Infra.Components.Shared;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Monitoring.Logs;

/// <summary>Who sends logs to Loki and asks for them, and what its pods may reach.</summary>
internal static class LokiNetworkPolicy
{
    /// <summary>The policy's inputs.</summary>
    public static Net.NetworkPolicyArgs For(LokiArgs args, Input<string> namespaceName)
    {
        var calls = new Net.NetworkPolicyIngressRuleArgs { Ports = { NetworkPeers.Tcp(LokiValues.HttpPort) } };
        foreach (var client in args.SenderNamespaces.Concat(args.ReaderNamespaces).Distinct())
        {
            calls.From.Add(NetworkPeers.Namespace(client));
        }

        var peers = NetworkPeers.Tcp(LokiValues.PeerPorts.Append(LokiValues.HttpPort));
        var egress = new InputList<Net.NetworkPolicyEgressRuleArgs> { NetworkPeers.Dns(), new Net.NetworkPolicyEgressRuleArgs { To = { NetworkPeers.Pods(LokiValues.Selector) }, Ports = peers } };
        if (args.Bucket is not null)
        {
            egress.Add(NetworkPeers.Https());
            egress.Add(NetworkPeers.PodIdentity());
        }

        return new Net.NetworkPolicyArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = LokiValues.Name, Namespace = namespaceName, Labels = ManagedBy.Owned },
            Spec = new Net.NetworkPolicySpecArgs
            {
                PodSelector = new Meta.LabelSelectorArgs { MatchLabels = LokiValues.Selector.ToDictionary() },
                PolicyTypes = { "Ingress", "Egress" },
                Ingress = { calls, new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.Pods(LokiValues.Selector) }, Ports = peers } },
                Egress = egress,
            },
        };
    }
}
