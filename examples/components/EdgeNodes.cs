using Infra.Components.Nodes;
using Infra.Core.Nodes;

namespace Infra.Examples;

/// <summary>Hosts with NVIDIA GPUs outside AWS that join the cluster as hybrid nodes; the pool's nodeConfig output is what their operator hands to them.</summary>
public static class EdgeNodes
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster) => _ = new EdgePool("plant", new EdgePoolArgs
    {
        ClusterName = cluster.Name,
        Region = cluster.Region,
        AccountId = cluster.AccountId,
        PoolName = "plant",
        Accelerator = DeviceVendor.Nvidia,
        DevicesPerNode = 2,
        Labels = new Dictionary<string, string> { ["site"] = "plant-1" },
    }, cluster.With());
}
