using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Network;

namespace Infra.Stacks.Configuration;

/// <summary>
/// Networks outside AWS whose hosts may join the cluster as hybrid nodes. They need a way to the VPC (VPN or Direct Connect), which is somebody else's, and addresses
/// that neither the VPC nor Services have. EKS adds, changes and removes them on a live cluster, and so does the provider in use; releases of Terraform's provider before
/// 6.11.0 replaced the cluster. The preview says which of the two an update is, and <c>protect</c> refuses a replacement.
/// </summary>
public sealed record RemoteNetworkConfig
{
    /// <summary>Networks of the nodes, in CIDR notation; at least one. Parts of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.</summary>
    [NonEmpty]
    public required ImmutableArray<Ipv4Network> NodeCidrs { get; init; }

    /// <summary>
    /// Networks of their pods, as the nodes' network plugin (Cilium or Calico) has them. Default: none; nothing in AWS, not even the control plane, can then call a pod there.
    /// </summary>
    public ImmutableArray<Ipv4Network> PodCidrs { get; init; } = [];
}
