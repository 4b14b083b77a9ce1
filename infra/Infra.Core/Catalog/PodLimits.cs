namespace Infra.Core.Catalog;

/// <summary>
/// How many pods a node may run, by the rules of the VPC CNI and of EKS; sources in the catalogue's data under <c>maxPods</c>. Two pods live on the
/// host's network (kube-proxy and the CNI itself) and need no address.
/// </summary>
/// <param name="Interfaces">Network interfaces of the default network card.</param>
/// <param name="AddressesPerInterface">IPv4 addresses of one interface, its own included.</param>
/// <param name="Vcpus">vCPUs of the node.</param>
/// <param name="IsNitro">True on the Nitro system; only there an interface takes prefixes.</param>
public sealed record PodLimits(int Interfaces, int AddressesPerInterface, int Vcpus, bool IsNitro)
{
    private const int HostNetworkPods = 2;
    private const int SmallNodeVcpus = 30;
    private const int SmallNodePods = 110;
    private const int LargeNodePods = 250;

    /// <summary>Addresses in a prefix, a /28.</summary>
    public const int PrefixAddresses = 16;

    /// <summary>Each address of an interface but its own goes to a pod. This is the kubelet's default, and the value of <c>eni-max-pods.txt</c>.</summary>
    public int ByInterfaces => (Interfaces * (AddressesPerInterface - 1)) + HostNetworkPods;

    /// <summary>
    /// Each address of an interface but its own becomes a /28 prefix; capped where AWS caps it. Null where the node can't have prefixes.
    /// </summary>
    public int? WithPrefixes => IsNitro ? Prefixed(Interfaces) : null;

    /// <summary>With custom networking the first interface serves the node alone, the others its pods.</summary>
    public int WithCustomNetworking => ((Interfaces - 1) * (AddressesPerInterface - 1)) + HostNetworkPods;

    /// <summary>The most that a managed node group without an AMI of its own sets, with or without prefixes.</summary>
    public int Cap => Vcpus < SmallNodeVcpus ? SmallNodePods : LargeNodePods;

    /// <summary>What a node of a managed node group may run; EKS sets it where the group has no AMI of its own. Of several types the smallest value counts.</summary>
    /// <param name="prefixes">True if the VPC CNI delegates prefixes; nodes that can't have them stay at single addresses.</param>
    /// <param name="customNetworking">True if pods have a subnet of their own.</param>
    public int OfManagedNode(bool prefixes, bool customNetworking = false)
    {
        if (prefixes && IsNitro)
        {
            return Prefixed(customNetworking ? Interfaces - 1 : Interfaces);
        }

        return Math.Min(customNetworking ? WithCustomNetworking : ByInterfaces, Cap);
    }

    private int Prefixed(int interfaces) => Math.Min((interfaces * (AddressesPerInterface - 1) * PrefixAddresses) + HostNetworkPods, Cap);
}
