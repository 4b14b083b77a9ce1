using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>Where the nodes of a pool with EFA are.</summary>
/// <param name="PoolName">Name of the pool, for people.</param>
/// <param name="VpcId">VPC of the nodes.</param>
/// <param name="ClusterSecurityGroupId">Security group that EKS made for the cluster.</param>
/// <param name="IsReserved">Whether their capacity is reserved, and so lies somewhere already.</param>
internal sealed record EfaPlace(string PoolName, Input<string> VpcId, Input<string> ClusterSecurityGroupId, bool IsReserved);
