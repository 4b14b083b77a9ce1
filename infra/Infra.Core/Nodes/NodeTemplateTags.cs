using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Nodes;

/// <summary>
/// Tags of a managed node group by which Cluster Autoscaler knows what a node would offer before there is one. It learns labels and taints of
/// the group from EKS, but believes that pods get all CPU and memory of the instance type, 110 pods, its GPUs as they were built, and no disk
/// at all (kubernetes/autoscaler, cluster-autoscaler/cloudprovider/aws/aws_manager.go, read at 55c37cd5eb of 2026-08-22).
/// </summary>
public static class NodeTemplateTags
{
    private const string Prefix = "k8s.io/cluster-autoscaler/node-template/resources/";

    /// <summary>The tags of a pool's node groups, in ordinal order.</summary>
    /// <param name="pool">What the pool promises.</param>
    /// <param name="smallest">What a node of its smallest type offers to pods.</param>
    /// <param name="ephemeralStorage">Disk that pods may use on a node.</param>
    public static ImmutableSortedDictionary<string, string> Of(PoolContract pool, Allocatable smallest, ByteSize ephemeralStorage)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(smallest);
        var tags = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        tags[$"{Prefix}cpu"] = smallest.Cpu.ToString();
        tags[$"{Prefix}memory"] = smallest.Memory.ToString();
        tags[$"{Prefix}pods"] = $"{smallest.Pods}";
        tags[$"{Prefix}ephemeral-storage"] = ephemeralStorage.ToString();
        if (pool.Sharing.Mode == GpuSharingMode.Mig)
        {
            // The whole GPUs of the instance type would otherwise be there beside pieces of other names.
            tags[Prefix + ExtendedResources.NvidiaGpu] = "0";
        }

        foreach (var device in pool.Devices)
        {
            tags[Prefix + device.Resource] = $"{device.Count}";
        }

        return tags.ToImmutable();
    }
}
