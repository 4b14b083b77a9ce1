using Infra.Components.Accelerators;
using Infra.Components.Nodes;

namespace Infra.Examples;

/// <summary>Nodes that run day and night, on which images are before a pod asks for them: that of vLLM, and one of your own from a private registry.</summary>
public static class ImagesAhead
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var pool = new GpuNodePool("l4", new GpuNodePoolArgs
        {
            ClusterName = cluster.Name,
            PoolName = "l4",
            NodeGroupName = $"{cluster.Name}-l4",
            InstanceTypes = ["g6.xlarge"],
            MinSize = 1,
            MaxSize = 2,
            RootVolumeGiB = 200,
            Zones = [.. cluster.Zones],
        }, cluster.With());
        var reference = PoolReferenceArgs.From(pool.Contract);
        _ = new NvidiaDevicePlugin("nvidia-device-plugin", new NvidiaDevicePluginArgs { Pools = [reference] }, cluster.With(pool));
        _ = new ImagePuller("image-puller", new ImagePullerArgs
        {
            Namespace = cluster.Namespace,
            Pools = [new PulledImagesArgs { Pool = reference, Images = ["docker.io/vllm/vllm-openai:v0.24.0", "registry.example.com/models/sentiment:1.0.0"] }],
            ImagePullSecrets = ["team-registry"],
        }, cluster.With(pool));
    }
}
