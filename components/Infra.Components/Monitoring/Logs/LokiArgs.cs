using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Monitoring.Logs;

/// <summary>Inputs of <see cref="Loki"/>.</summary>
public sealed class LokiArgs : ResourceArgs
{
    /// <summary>Bucket of S3 for the logs. Default: none; they lie on the volume of the one pod then.</summary>
    [Input("bucket")]
    public LokiBucketArgs? Bucket { get; init; }

    /// <summary>Days that logs are kept, 1 or more. Default: 30.</summary>
    [Input("retentionDays")]
    public int RetentionDays { get; init; } = DefaultRetentionDays;

    /// <summary>Pods: 1, or 3 and more with a bucket. From 3 on each line is with three of them until it is in the bucket, so that one may be missing. Default: 1.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = 1;

    /// <summary>Size of each pod's volume: what isn't in the bucket yet, and copies of its index; without a bucket all logs. Default: 10Gi.</summary>
    [Input("volumeSize")]
    public string VolumeSize { get; init; } = DefaultVolumeSize;

    /// <summary>Storage class of the volumes. Default: the cluster's own default.</summary>
    [Input("storageClass")]
    public string? StorageClass { get; init; }

    /// <summary>Memory of a pod, in the form of Kubernetes. Default: 1Gi.</summary>
    [Input("memory")]
    public string Memory { get; init; } = DefaultMemory;

    /// <summary>Namespaces whose pods send logs. Nobody is asked who he is.</summary>
    [Input("senderNamespaces", required: true)]
    public required List<string> SenderNamespaces { get; init; }

    /// <summary>Namespaces whose pods ask for logs, such as Grafana's, and Prometheus'. Default: none.</summary>
    [Input("readerNamespaces")]
    public List<string> ReaderNamespaces { get; init; } = [];

    /// <summary>How Prometheus finds it. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Whether volumes that hold the logs, where there is no bucket, outlive the component. Default: true.</summary>
    [Input("protect")]
    public bool Protect { get; init; } = true;

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(LokiValues.Footprint(Replicas, LokiValues.MemoryOf(this)));

    /// <summary>Default of <see cref="RetentionDays"/>.</summary>
    public const int DefaultRetentionDays = 30;

    /// <summary>Default of <see cref="VolumeSize"/>.</summary>
    public const string DefaultVolumeSize = "10Gi";

    /// <summary>Default of <see cref="Memory"/>.</summary>
    public const string DefaultMemory = "1Gi";
}
