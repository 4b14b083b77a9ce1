using Infra.Components.Monitoring;
using Infra.Components.Security.Registry;
using Infra.Components.Serving;
using Infra.Core.Serving;
using Pulumi;

namespace Infra.Components.Predictions;

/// <summary>Inputs of <see cref="PredictionCache"/>.</summary>
public sealed class PredictionCacheArgs : ResourceArgs
{
    /// <summary>Name of the model; the objects are called <c>MODEL-cache</c>.</summary>
    [Input("model", required: true)]
    public required string Model { get; init; }

    /// <summary>Namespace of model and cache.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>URL of the model inside the cluster.</summary>
    [Input("modelUrl", required: true)]
    public required Input<string> ModelUrl { get; init; }

    /// <summary>What decides the model's answers besides the request: whatever is new in it makes all kept answers old.</summary>
    [Input("version", required: true)]
    public required string Version { get; init; }

    /// <summary>How long an answer is kept, in seconds, 1 or more.</summary>
    [Input("timeToLiveSeconds", required: true)]
    public required int TimeToLiveSeconds { get; init; }

    /// <summary>Largest request and answer that are kept, in KiB, 1 to 65,536. Default: 1,024.</summary>
    [Input("maxKiB")]
    public int MaxKiB { get; init; } = DefaultMaxKiB;

    /// <summary>Headers that decide an answer beside path, body and its type, in lower case. Default: none; requests with <c>authorization</c> aren't kept then.</summary>
    [Input("keyHeaders")]
    public List<string> KeyHeaders { get; init; } = [];

    /// <summary>Host of the store.</summary>
    [Input("storeHost", required: true)]
    public required Input<string> StoreHost { get; init; }

    /// <summary>Port of the store. Default: 6379.</summary>
    [Input("storePort")]
    public int StorePort { get; init; } = Core.Serving.Predictions.PredictionStoreServer.Port;

    /// <summary>Whether connections to the store are encrypted.</summary>
    [Input("storeTls", required: true)]
    public required bool StoreTls { get; init; }

    /// <summary>Password of the store. Default: none.</summary>
    [Input("storePassword")]
    public SecretKeyArgs? StorePassword { get; init; }

    /// <summary>Pods of the cache, 1 or more. Default: 2.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = DefaultReplicas;

    /// <summary>Seconds of the model's longest request, 1 or more; a pod that leaves finishes those in work. Default: 15.</summary>
    [Input("longestRequestSeconds")]
    public int LongestRequestSeconds { get; init; } = Termination.DefaultLongestRequestSeconds;

    /// <summary>Seconds for which a load balancer outside the cluster still sends requests to a pod that leaves, 0 or more. Default: 0, there is none.</summary>
    [Input("deregistrationSeconds")]
    public int DeregistrationSeconds { get; init; }

    /// <summary>Namespaces whose pods may call it, beside its own. Default: none.</summary>
    [Input("clientNamespaces")]
    public List<string> ClientNamespaces { get; init; } = [];

    /// <summary>Networks that may call it too, in CIDR notation, such as those of a load balancer. Default: none.</summary>
    [Input("sourceCidrs")]
    public List<string> SourceCidrs { get; init; } = [];

    /// <summary>How Prometheus finds it. Default: none.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Namespace of Prometheus. Required with <see cref="Scraping"/>.</summary>
    [Input("prometheusNamespace")]
    public string? PrometheusNamespace { get; init; }

    /// <summary>The account's own registry, where pinned images come through it. Default: none; they are pulled from their publishers.</summary>
    [Input("imageCache")]
    public ImageCacheArgs? ImageCache { get; init; }

    /// <summary>Default of <see cref="MaxKiB"/>.</summary>
    public const int DefaultMaxKiB = 1024;

    /// <summary>Default of <see cref="Replicas"/>.</summary>
    public const int DefaultReplicas = 2;
}
