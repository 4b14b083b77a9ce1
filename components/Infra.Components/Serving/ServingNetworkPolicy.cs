using Infra.Components.Shared;
using Infra.Core.Serving;
using Infra.Core.Serving.Mesh;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Serving;

/// <summary>Who may call a model, and what its pods may reach.</summary>
internal static class ServingNetworkPolicy
{
    private const string NamespaceName = "kubernetes.io/metadata.name";

    // Fixed addresses of the EKS Pod Identity agent (EKS user guide, "Set up the Amazon EKS Pod Identity Agent"). A pod has
    // one family of addresses, but no argument says which.
    private const string PodIdentityAgent = "169.254.170.23/32";
    private const string PodIdentityAgent6 = "fd00:ec2::23/128";

    // Except instance metadata and what else answers on a node's own addresses: EC2 uses fd00:ec2::/32 for it in IPv6.
    private static Net.IPBlockArgs Anywhere => new() { Cidr = "0.0.0.0/0", Except = "169.254.0.0/16" };
    private static Net.IPBlockArgs Anywhere6 => new() { Cidr = "::/0", Except = new[] { "fe80::/10", "fd00:ec2::/32" } };

    /// <summary>The policy's inputs.</summary>
    public static Net.NetworkPolicyArgs For(
        InferenceServiceArgs args, RuntimeSpec runtime, ServingLabels labels, Meta.ObjectMetaArgs metadata) => new()
        {
            Metadata = metadata,
            Spec = new Net.NetworkPolicySpecArgs
            {
                PodSelector = new Meta.LabelSelectorArgs { MatchLabels = labels.Selector },
                PolicyTypes = { "Ingress", "Egress" },
                Ingress = { Calls(args, Ports(runtime)) },
                Egress = Egress(args),
            },
        };

    /// <summary>Lets in whoever may call the model.</summary>
    public static Net.NetworkPolicyIngressRuleArgs Calls(InferenceServiceArgs args, params IEnumerable<int> ports)
    {
        var rule = new Net.NetworkPolicyIngressRuleArgs
        {
            // An empty pod selector means every pod of the model's own namespace.
            From = { new Net.NetworkPolicyPeerArgs { PodSelector = new Meta.LabelSelectorArgs() } },
            Ports = ports.Select(port => (Input<Net.NetworkPolicyPortArgs>)Tcp(port)).ToArray(),
        };
        var namespaces = args.Monitoring is { } monitoring
            ? args.ClientNamespaces.Append(monitoring.PrometheusNamespace)
            : args.ClientNamespaces;
        foreach (var client in namespaces.Distinct())
        {
            rule.From.Add(new Net.NetworkPolicyPeerArgs
            {
                NamespaceSelector = new Meta.LabelSelectorArgs { MatchLabels = { [NamespaceName] = client } },
            });
        }

        if (args.Expose?.SourceNamespace is { } source)
        {
            rule.From.Add(NetworkPeers.Namespace(source));
        }

        foreach (var cidr in args.Expose?.SourceCidrs ?? [])
        {
            rule.From.Add(Peer(new Net.IPBlockArgs { Cidr = cidr }));
        }

        return rule;
    }

    private static IEnumerable<int> Ports(RuntimeSpec runtime) => new[] { runtime.HttpPort, runtime.GrpcPort, runtime.Metrics?.Port }.OfType<int>();

    private static InputList<Net.NetworkPolicyEgressRuleArgs> Egress(InferenceServiceArgs args)
    {
        var egress = new InputList<Net.NetworkPolicyEgressRuleArgs> { Dns(), Https() };
        if (args.Source?.S3Uri is not null)
        {
            egress.Add(new Net.NetworkPolicyEgressRuleArgs
            {
                To = { Peer(new Net.IPBlockArgs { Cidr = PodIdentityAgent }), Peer(new Net.IPBlockArgs { Cidr = PodIdentityAgent6 }) },
                Ports = { Tcp(80) },
            });
        }

        if (args.Mesh is { } mesh)
        {
            egress.Add(new Net.NetworkPolicyEgressRuleArgs { To = { NetworkPeers.Namespace(mesh.IstioNamespace) }, Ports = { Tcp(IstioSidecar.ControlPort) } });
        }

        return egress;
    }

    // No peer: cluster DNS may be a pod, or a link-local address with NodeLocal DNSCache.
    internal static Net.NetworkPolicyEgressRuleArgs Dns() => new() { Ports = { Udp(53), Tcp(53) } };

    // Model storage, and the API server for who has a token for it.
    internal static Net.NetworkPolicyEgressRuleArgs Https() => new() { To = { Peer(Anywhere), Peer(Anywhere6) }, Ports = { Tcp(443) } };

    private static Net.NetworkPolicyPeerArgs Peer(Net.IPBlockArgs block) => new() { IpBlock = block };

    /// <summary>A port over TCP.</summary>
    public static Net.NetworkPolicyPortArgs Tcp(int port) => new() { Protocol = "TCP", Port = port };

    private static Net.NetworkPolicyPortArgs Udp(int port) => new() { Protocol = "UDP", Port = port };
}
