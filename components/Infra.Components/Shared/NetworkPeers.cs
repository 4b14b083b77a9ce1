using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Shared;

/// <summary>Rules that the network policies of several components share.</summary>
internal static class NetworkPeers
{
    // Fixed addresses of the EKS Pod Identity agent (EKS user guide, "Set up the Amazon EKS Pod Identity Agent"). A pod has
    // one family of addresses, but no argument says which.
    private const string PodIdentityAgent = "169.254.170.23/32";
    private const string PodIdentityAgent6 = "fd00:ec2::23/128";

    private static readonly string[] _instanceMetadata6 = ["fe80::/10", "fd00:ec2::/32"];

    /// <summary>Name resolution. No peer: cluster DNS may be a pod, or a link-local address with NodeLocal DNSCache.</summary>
    public static Net.NetworkPolicyEgressRuleArgs Dns() => new() { Ports = { Port("UDP", 53), Port("TCP", 53) } };

    /// <summary>HTTPS everywhere, for stores and the API server, except instance metadata and what else answers on a node's own addresses: EC2 uses fd00:ec2::/32 for it in IPv6.</summary>
    public static Net.NetworkPolicyEgressRuleArgs Https() => Everywhere(443);

    /// <summary>The API server, whose address nobody knows: on EKS it has port 443, and where it runs on a node mostly 6443.</summary>
    public static Net.NetworkPolicyEgressRuleArgs ApiServer() => Everywhere(443, 6443);

    /// <summary>Credentials through EKS Pod Identity.</summary>
    public static Net.NetworkPolicyEgressRuleArgs PodIdentity() => new()
    {
        To =
        {
            new Net.NetworkPolicyPeerArgs { IpBlock = new Net.IPBlockArgs { Cidr = PodIdentityAgent } },
            new Net.NetworkPolicyPeerArgs { IpBlock = new Net.IPBlockArgs { Cidr = PodIdentityAgent6 } },
        },
        Ports = { Tcp(80) },
    };

    /// <summary>Every pod of the policy's own namespace.</summary>
    public static Net.NetworkPolicyPeerArgs OwnNamespace() => new() { PodSelector = new Meta.LabelSelectorArgs() };

    /// <summary>Every pod of a namespace.</summary>
    public static Net.NetworkPolicyPeerArgs Namespace(string name) => new()
    {
        NamespaceSelector = new Meta.LabelSelectorArgs { MatchLabels = { [NamespaceSelectors.Name] = name } },
    };

    /// <summary>Addresses of a network, in CIDR notation.</summary>
    public static Net.NetworkPolicyPeerArgs Addresses(string cidr) => new() { IpBlock = new Net.IPBlockArgs { Cidr = cidr } };

    /// <summary>Pods of the policy's own namespace with these labels.</summary>
    public static Net.NetworkPolicyPeerArgs Pods(IReadOnlyDictionary<string, string> labels) => new()
    {
        PodSelector = new Meta.LabelSelectorArgs { MatchLabels = labels.ToDictionary() },
    };

    /// <summary>A TCP port.</summary>
    public static Net.NetworkPolicyPortArgs Tcp(int port) => Port("TCP", port);

    /// <summary>TCP ports.</summary>
    public static InputList<Net.NetworkPolicyPortArgs> Tcp(IEnumerable<int> ports) => ports.Select(port => (Input<Net.NetworkPolicyPortArgs>)Tcp(port)).ToArray();

    private static Net.NetworkPolicyEgressRuleArgs Everywhere(params IEnumerable<int> ports) => new()
    {
        To =
        {
            new Net.NetworkPolicyPeerArgs { IpBlock = new Net.IPBlockArgs { Cidr = "0.0.0.0/0", Except = "169.254.0.0/16" } },
            new Net.NetworkPolicyPeerArgs { IpBlock = new Net.IPBlockArgs { Cidr = "::/0", Except = _instanceMetadata6 } },
        },
        Ports = Tcp(ports),
    };

    private static Net.NetworkPolicyPortArgs Port(string protocol, int port) => new() { Protocol = protocol, Port = port };
}
