using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Traffic.Dns;

/// <summary>Inputs of <see cref="ExternalDns"/>.</summary>
public sealed class ExternalDnsArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster, which must run the Pod Identity agent add-on.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Region of the cluster.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>Id of the hosted zone.</summary>
    [Input("hostedZoneId", required: true)]
    public required string HostedZoneId { get; init; }

    /// <summary>Domain below which records are made.</summary>
    [Input("domain", required: true)]
    public required string Domain { get; init; }

    /// <summary>Kinds of objects whose hosts get records: <c>ingress</c>, <c>gateway-httproute</c>, <c>gateway-grpcroute</c>; their definitions have to exist before.</summary>
    [Input("sources", required: true)]
    public required List<string> Sources { get; init; }

    /// <summary>How Prometheus finds it. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(ExternalDnsValues.Footprint());
}
