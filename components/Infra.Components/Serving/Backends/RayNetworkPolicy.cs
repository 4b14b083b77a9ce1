using Infra.Components.Serving.Ray;
using Infra.Components.Shared;
using Infra.Core.Serving;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>Who talks within a model's Ray cluster: its pods with each other, on ports that Ray chooses, and the operator with the head.</summary>
internal static class RayNetworkPolicy
{
    /// <summary>Component of the head, which is no pod of the model.</summary>
    public const string HeadComponent = "ray-head";

    private const string Instance = "app.kubernetes.io/instance";
    private const string NamespaceName = "kubernetes.io/metadata.name";

    // Dashboard, which takes the configuration of applications, and agent, which tells the operator how nodes are.
    private static readonly int[] _operatorPorts = [8265, 52365, RayServe.HttpPort];

    /// <summary>The policy's inputs.</summary>
    public static Net.NetworkPolicyArgs For(ServingSpec spec)
    {
        var metadata = spec.Metadata();
        metadata.Name = $"{spec.Args.Model}-ray";
        var policy = new Net.NetworkPolicySpecArgs
        {
            PodSelector = Cluster(spec),
            PolicyTypes = { "Ingress", "Egress" },
            Ingress =
            {
                new Net.NetworkPolicyIngressRuleArgs { From = { new Net.NetworkPolicyPeerArgs { PodSelector = Cluster(spec) } } },
                new Net.NetworkPolicyIngressRuleArgs
                {
                    From = { new Net.NetworkPolicyPeerArgs { NamespaceSelector = new Meta.LabelSelectorArgs { MatchLabels = { [NamespaceName] = KubeRayOperator.Namespace } } } },
                    Ports = _operatorPorts.Select(port => (Input<Net.NetworkPolicyPortArgs>)ServingNetworkPolicy.Tcp(port)).ToArray(),
                },
            },
            Egress =
            {
                ServingNetworkPolicy.Dns(),
                ServingNetworkPolicy.Https(),
                new Net.NetworkPolicyEgressRuleArgs { To = { new Net.NetworkPolicyPeerArgs { PodSelector = Cluster(spec) } } },
            },
        };
        if (spec.Args.Ray?.Redis is { } redis)
        {
            policy.Egress.Add(new Net.NetworkPolicyEgressRuleArgs { Ports = { ServingNetworkPolicy.Tcp(redis.Port) } });
        }

        return new Net.NetworkPolicyArgs { Metadata = metadata, Spec = policy };
    }

    private static Meta.LabelSelectorArgs Cluster(ServingSpec spec) => new() { MatchLabels = { [Instance] = spec.Args.Model } };
}
