using Infra.Core.Serving;
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
                Ingress = { Calls(args, runtime) },
                Egress = Egress(args),
            },
        };

    private static Net.NetworkPolicyIngressRuleArgs Calls(InferenceServiceArgs args, RuntimeSpec runtime)
    {
        var rule = new Net.NetworkPolicyIngressRuleArgs
        {
            // An empty pod selector means every pod of the model's own namespace.
            From = { new Net.NetworkPolicyPeerArgs { PodSelector = new Meta.LabelSelectorArgs() } },
            Ports = { Tcp(runtime.HttpPort) },
        };
        if (runtime.GrpcPort is { } grpc)
        {
            rule.Ports.Add(Tcp(grpc));
        }

        if (runtime.Metrics?.Port is { } metrics)
        {
            rule.Ports.Add(Tcp(metrics));
        }

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

        return rule;
    }

    private static InputList<Net.NetworkPolicyEgressRuleArgs> Egress(InferenceServiceArgs args)
    {
        var egress = new InputList<Net.NetworkPolicyEgressRuleArgs>
        {
            new Net.NetworkPolicyEgressRuleArgs
            {
                // No peer: cluster DNS may be a pod, or a link-local address with NodeLocal DNSCache.
                Ports = { Udp(53), Tcp(53) },
            },
            new Net.NetworkPolicyEgressRuleArgs
            {
                // Model storage.
                To = { Peer(Anywhere), Peer(Anywhere6) },
                Ports = { Tcp(443) },
            },
        };
        if (args.Source?.S3Uri is not null)
        {
            egress.Add(new Net.NetworkPolicyEgressRuleArgs
            {
                To = { Peer(new Net.IPBlockArgs { Cidr = PodIdentityAgent }), Peer(new Net.IPBlockArgs { Cidr = PodIdentityAgent6 }) },
                Ports = { Tcp(80) },
            });
        }

        return egress;
    }

    private static Net.NetworkPolicyPeerArgs Peer(Net.IPBlockArgs block) => new() { IpBlock = block };

    private static Net.NetworkPolicyPortArgs Tcp(int port) => new() { Protocol = "TCP", Port = port };

    private static Net.NetworkPolicyPortArgs Udp(int port) => new() { Protocol = "UDP", Port = port };
}
