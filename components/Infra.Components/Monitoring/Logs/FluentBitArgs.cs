using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Monitoring.Logs;

/// <summary>Inputs of <see cref="FluentBit"/>.</summary>
public sealed class FluentBitArgs : ResourceArgs
{
    /// <summary>Log group of CloudWatch Logs that gets the logs. Default: none; <see cref="Loki"/> of the cluster gets them.</summary>
    [Input("cloudWatch")]
    public CloudWatchLogsArgs? CloudWatch { get; init; }

    /// <summary>Namespaces whose logs are left on their node, beside its own. Default: none.</summary>
    [Input("excludedNamespaces")]
    public List<string> ExcludedNamespaces { get; init; } = [];

    /// <summary>How Prometheus finds it. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Namespace of the Prometheus that scrapes it; required with <see cref="Scraping"/>.</summary>
    [Input("prometheusNamespace")]
    public string? PrometheusNamespace { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(FluentBitValues.Footprint());
}
