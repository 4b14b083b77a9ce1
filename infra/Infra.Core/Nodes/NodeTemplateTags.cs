using System.Collections.Immutable;
using Infra.Core.Units;

namespace Infra.Core.Nodes;

/// <summary>
/// Tags of an Auto Scaling group by which Cluster Autoscaler knows what a node would be before there is one (kubernetes/autoscaler,
/// cluster-autoscaler/cloudprovider/aws/README.md). It learns labels and taints of a managed node group from EKS as well, but not what
/// sharing makes of the GPUs, and nothing of the disk.
/// </summary>
public static class NodeTemplateTags
{
    /// <summary>What every key starts with.</summary>
    public const string Prefix = "k8s.io/cluster-autoscaler/node-template/";

    // AWS refuses longer keys. Labels of the project's own stay far below.
    private const int MaxKeyLength = 128;

    /// <summary>The tags of a pool's groups, in ordinal order.</summary>
    /// <param name="pool">What the pool promises.</param>
    /// <param name="ephemeralStorage">Disk that pods may use on a node.</param>
    public static ImmutableSortedDictionary<string, string> Of(PoolContract pool, ByteSize ephemeralStorage)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var tags = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (pool.Sharing.Mode == GpuSharingMode.Mig)
        {
            // What the instance type has by nature is otherwise believed to be there, also when all of it is cut into pieces of other names.
            tags[Resource(ExtendedResources.NvidiaGpu)] = "0";
        }

        foreach (var device in pool.Devices)
        {
            tags[Resource(device.Resource)] = $"{device.Count}";
        }

        tags[Resource("ephemeral-storage")] = ephemeralStorage.ToString();
        foreach (var (key, value) in pool.Labels)
        {
            tags[$"{Prefix}label/{key}"] = value;
        }

        foreach (var taint in pool.Taints)
        {
            tags[$"{Prefix}taint/{taint.Key}"] = $"{taint.Value}:{taint.Effect.ToKubernetes()}";
        }

        tags.RemoveRange(tags.Keys.Where(key => key.Length > MaxKeyLength).ToList());
        return tags.ToImmutable();
    }

    private static string Resource(string name) => $"{Prefix}resources/{name}";
}
