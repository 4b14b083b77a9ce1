using Infra.Components.Monitoring;
using Infra.Components.Security.Registry;
using Pulumi;

namespace Infra.Components.Registry;

/// <summary>Inputs of <see cref="ModelRegistry"/>: exactly one of the two databases.</summary>
public sealed class ModelRegistryArgs : ResourceArgs
{
    /// <summary>Name of the registry and of its Kubernetes objects, and so of its host: at most 48 characters. Default: mlflow.</summary>
    [Input("registryName")]
    public string RegistryName { get; init; } = DefaultName;

    /// <summary>Namespace of the objects.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Database of RDS. Default: none.</summary>
    [Input("rds")]
    public RdsDatabaseArgs? Rds { get; init; }

    /// <summary>Database in the cluster. Default: none.</summary>
    [Input("clusterDatabase")]
    public ClusterDatabaseArgs? ClusterDatabase { get; init; }

    /// <summary>Where files are kept.</summary>
    [Input("artifacts", required: true)]
    public required RegistryArtifactsArgs Artifacts { get; init; }

    /// <summary>Pods of the server, 1 or more; with a volume for files exactly 1. Default: 1.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = 1;

    /// <summary>Namespaces whose pods may call the registry, beside its own. It asks nobody who he is. Default: none.</summary>
    [Input("clientNamespaces")]
    public List<string> ClientNamespaces { get; init; } = [];

    /// <summary>Hosts that the server answers to beside those of its Service, for example behind a gateway: <c>mlflow.example.com</c>. Default: none.</summary>
    [Input("hosts")]
    public List<string> Hosts { get; init; } = [];

    /// <summary>How Prometheus finds the server. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Namespace of Prometheus. Required with <see cref="Scraping"/>.</summary>
    [Input("prometheusNamespace")]
    public string? PrometheusNamespace { get; init; }

    /// <summary>
    /// Whether Pulumi refuses to delete or replace what holds data, and leaves it when its stack goes, and RDS refuses too. Default: true. Where false, a
    /// deletion takes <b>all runs and registered models</b> with it.
    /// </summary>
    [Input("protect")]
    public bool Protect { get; init; } = true;

    /// <summary>The account's own registry, where pinned images come through it. Default: none; they are pulled from their publishers.</summary>
    [Input("imageCache")]
    public ImageCacheArgs? ImageCache { get; init; }

    /// <summary>Default of <see cref="RegistryName"/>.</summary>
    public const string DefaultName = "mlflow";
}
