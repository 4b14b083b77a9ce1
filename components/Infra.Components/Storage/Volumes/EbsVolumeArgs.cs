using Pulumi;

namespace Infra.Components.Storage.Volumes;

/// <summary>A disk of EBS (gp3, encrypted), made when its first pod comes.</summary>
public sealed class EbsVolumeArgs : ResourceArgs
{
    /// <summary>Zone of the disk, and so of every pod that uses it.</summary>
    [Input("zone", required: true)]
    public required string Zone { get; init; }

    /// <summary>Operations per second. Default: what gp3 has, 3000.</summary>
    [Input("iops")]
    public int? Iops { get; init; }

    /// <summary>Throughput in MiB/s. Default: what gp3 has, 125.</summary>
    [Input("throughput")]
    public int? Throughput { get; init; }

    /// <summary>Whether EKS Auto Mode makes it, by a driver of its own. Default: false.</summary>
    [Input("autoMode")]
    public bool AutoMode { get; init; }
}
