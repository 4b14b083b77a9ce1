namespace Infra.Core.Storage;

/// <summary>Who may use a volume at a time (Kubernetes, access modes).</summary>
public enum VolumeAccess
{
    /// <summary>The pods of one node, for reading and writing.</summary>
    ReadWriteOnce,

    /// <summary>Pods of any node, for reading.</summary>
    ReadOnlyMany,

    /// <summary>Pods of any node, for reading and writing.</summary>
    ReadWriteMany,
}
