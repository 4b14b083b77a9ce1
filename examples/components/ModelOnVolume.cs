using Infra.Components.Serving;
using Infra.Components.Storage;
using Infra.Components.Storage.Volumes;

namespace Infra.Examples;

/// <summary>Models on EFS, which every zone reaches, and three replicas that mount one of them.</summary>
public static class ModelOnVolume
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var volume = new ModelVolume("models", new ModelVolumeArgs
        {
            VolumeName = "models",
            Namespace = cluster.Namespace,
            Size = "500Gi",
            Efs = new EfsVolumeArgs { Network = new VolumeNetworkArgs { VpcId = cluster.VpcId, NodeSecurityGroupId = cluster.NodeSecurityGroupId, Zones = [.. cluster.Zones] } },
        }, cluster.With());
        _ = new InferenceService("my-model", new InferenceServiceArgs
        {
            Model = "my-model",
            Namespace = cluster.Namespace,
            Runtime = "tensorflow-serving",
            Source = new ModelSourceArgs { Volume = new VolumeSourceArgs { ClaimName = volume.ClaimName, Path = "my-model", Kind = "efs" } },
            ModelSize = "500Mi",
            Pools = [ExistingCluster.Cpus()],
            Resources = new ResourcesArgs { Cpu = "1", Memory = "4Gi" },
            Replicas = 3,
        }, cluster.With(volume));
    }
}
