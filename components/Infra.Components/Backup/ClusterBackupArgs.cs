using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Components.Security.Registry;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Backup;

/// <summary>Inputs of <see cref="ClusterBackup"/>.</summary>
public sealed class ClusterBackupArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster, which must run the Pod Identity agent add-on.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Name of a bucket that belongs to Velero alone.</summary>
    [Input("bucketName", required: true)]
    public required Input<string> BucketName { get; init; }

    /// <summary>IAM policy (JSON) that lets Velero read and write the bucket, and nothing else.</summary>
    [Input("bucketPolicy", required: true)]
    public required Input<string> BucketPolicy { get; init; }

    /// <summary>Region of the bucket.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>When: a cron expression of five fields.</summary>
    [Input("cron", required: true)]
    public required string Cron { get; init; }

    /// <summary>Time zone of all expressions by its IANA name.</summary>
    [Input("timeZone", required: true)]
    public required string TimeZone { get; init; }

    /// <summary>Days for which a backup is kept, 1 or more.</summary>
    [Input("retentionDays", required: true)]
    public required int RetentionDays { get; init; }

    /// <summary>When the last backup is tried: a cron expression of five fields. Default: never.</summary>
    [Input("restoreTestCron")]
    public string? RestoreTestCron { get; init; }

    /// <summary>How Prometheus finds Velero. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>The account's own registry, where pinned images come through it. Default: none; they are pulled from their publishers.</summary>
    [Input("imageCache")]
    public ImageCacheArgs? ImageCache { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(VeleroValues.Footprint());
}
