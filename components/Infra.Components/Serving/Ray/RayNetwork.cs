using Infra.Components.Shared;
using Infra.Core.Serving;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Serving.Ray;

/// <summary>Who talks within a cluster of Ray: its pods with each other, on ports that Ray chooses, and the operator with the head.</summary>
internal static class RayNetwork
{
    private static readonly int[] _operatorPorts = [RayPorts.Dashboard, RayPorts.Agent, RayServe.HttpPort];

    /// <summary>The policy of a cluster, to which its owner may add.</summary>
    /// <param name="instance">What all of its pods have as label <c>app.kubernetes.io/instance</c>.</param>
    /// <param name="redis">Where its head keeps state; null for nowhere.</param>
    /// <param name="prometheusNamespace">Namespace of who asks for the metrics of its pods; null for nobody.</param>
    public static Net.NetworkPolicySpecArgs Policy(string instance, RayRedisArgs? redis, string? prometheusNamespace = null)
    {
        var policy = new Net.NetworkPolicySpecArgs
        {
            PodSelector = new Meta.LabelSelectorArgs { MatchLabels = ManagedBy.Instance(instance).ToDictionary() },
            PolicyTypes = { "Ingress", "Egress" },
            Ingress =
            {
                new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.Pods(ManagedBy.Instance(instance)) } },
                new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.Namespace(KubeRayOperator.Namespace) }, Ports = NetworkPeers.Tcp(_operatorPorts) },
            },
            Egress =
            {
                NetworkPeers.Dns(),
                NetworkPeers.Https(),
                new Net.NetworkPolicyEgressRuleArgs { To = { NetworkPeers.Pods(ManagedBy.Instance(instance)) } },
            },
        };
        if (redis is not null)
        {
            policy.Egress.Add(new Net.NetworkPolicyEgressRuleArgs { Ports = { NetworkPeers.Tcp(redis.Port) } });
        }

        if (prometheusNamespace is not null)
        {
            policy.Ingress.Add(new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.Namespace(prometheusNamespace) }, Ports = { NetworkPeers.Tcp(RayPorts.Metrics) } });
        }

        return policy;
    }
}
