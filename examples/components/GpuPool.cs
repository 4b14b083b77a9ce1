using Infra.Components.Accelerators;
using Infra.Components.Nodes;

namespace Infra.Examples;

/// <summary>Spot nodes with T4s that come and go, and the plugin that tells Kubernetes about their GPUs.</summary>
public static class GpuPool
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var pool = new GpuNodePool("t4", new GpuNodePoolArgs
        {
            ClusterName = cluster.Name,
            PoolName = "t4",
            NodeGroupName = $"{cluster.Name}-t4",
            // Two sizes in all zones: more chances to get a spot node.
            InstanceTypes = ["g4dn.xlarge", "g4dn.2xlarge"],
            CapacityType = "SPOT",
            MinSize = 0,
            MaxSize = 4,
            Zones = [.. cluster.Zones],
        }, cluster.With());
        _ = new NvidiaDevicePlugin("nvidia-device-plugin", new NvidiaDevicePluginArgs { Pools = [PoolReferenceArgs.From(pool.Contract)] }, cluster.With(pool));
    }
}
