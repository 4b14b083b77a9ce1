using Infra.Components.Monitoring;
using Infra.Components.Security.Registry;
using Pulumi;

namespace Infra.Components.Dns;

/// <summary>Inputs of <see cref="NodeLocalDnsCache"/>.</summary>
public sealed class NodeLocalDnsCacheArgs : ResourceArgs
{
    /// <summary>Address of the Service of the cluster DNS, e.g. <c>10.100.0.10</c>; pods keep asking there.</summary>
    [Input("serviceAddress", required: true)]
    public required Input<string> ServiceAddress { get; init; }

    /// <summary>How Prometheus finds the cache's metrics. Default: nobody reads them.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>The account's own registry, where pinned images come through it. Default: none; they are pulled from their publishers.</summary>
    [Input("imageCache")]
    public ImageCacheArgs? ImageCache { get; init; }
}
