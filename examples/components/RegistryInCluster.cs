using Infra.Components.Registry;
using Infra.Components.Storage;

namespace Infra.Examples;

/// <summary>MLflow whose database and files are on disks of EBS, with the storage class that a new EKS cluster lacks.</summary>
public static class RegistryInCluster
{
    private const string ClassName = "registry-disks";

    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var disks = new EbsStorageClass("registry-disks", new EbsStorageClassArgs { ClassName = ClassName, Protect = true }, cluster.With());
        _ = new ModelRegistry("mlflow", new ModelRegistryArgs
        {
            Namespace = cluster.Namespace,
            ClusterDatabase = new ClusterDatabaseArgs { StorageClass = ClassName },
            Artifacts = new RegistryArtifactsArgs { Storage = "100Gi", StorageClass = ClassName },
        }, cluster.With(disks));
    }
}
