using Pulumi;

namespace Infra.Components.Registry;

/// <summary>A PostgreSQL server in the cluster as the registry's database: one pod with one volume, for clusters without RDS. Nobody backs it up.</summary>
public sealed class ClusterDatabaseArgs : ResourceArgs
{
    /// <summary>Size of the volume. Default: 10Gi.</summary>
    [Input("storage")]
    public string Storage { get; init; } = DefaultStorage;

    /// <summary>Storage class of the volume. Default: the cluster's own.</summary>
    [Input("storageClass")]
    public string? StorageClass { get; init; }

    /// <summary>Default of <see cref="Storage"/>.</summary>
    public const string DefaultStorage = "10Gi";
}
