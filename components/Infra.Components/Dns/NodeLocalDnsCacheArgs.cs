using Infra.Components.Monitoring;
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
}
