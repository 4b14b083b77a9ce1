using Pulumi;

namespace Infra.Components.Jobs;

/// <summary>A volume that a job's pods mount.</summary>
public sealed class JobVolumeArgs : ResourceArgs
{
    /// <summary>Name of the PersistentVolumeClaim, in the job's namespace. Several pods at a time need one that is ReadWriteMany.</summary>
    [Input("claim", required: true)]
    public required string Claim { get; init; }

    /// <summary>Absolute path in the container, other than <c>/tmp</c> and <c>/dev/shm</c>.</summary>
    [Input("path", required: true)]
    public required string Path { get; init; }

    /// <summary>Whether the pods only read it. Default: false.</summary>
    [Input("readOnly")]
    public bool ReadOnly { get; init; }
}
