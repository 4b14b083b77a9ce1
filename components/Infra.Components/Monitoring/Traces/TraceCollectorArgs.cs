using Infra.Components.Footprints;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Monitoring.Traces;
using Pulumi;

namespace Infra.Components.Monitoring.Traces;

/// <summary>Inputs of <see cref="TraceCollector"/>.</summary>
public sealed class TraceCollectorArgs : ResourceArgs
{
    /// <summary>Address of who keeps the traces: <c>https://HOST</c> or <c>http://HOST</c>, with a port and, over HTTP, a path where it has one.</summary>
    [Input("endpoint", required: true)]
    public required string Endpoint { get; init; }

    /// <summary>What it speaks: <c>http</c> or <c>grpc</c>. Default: http.</summary>
    [Input("protocol")]
    public string Protocol { get; init; } = WireNames.Name(OtlpProtocol.Http);

    /// <summary>A header that it asks for. Default: none.</summary>
    [Input("header")]
    public TraceHeaderArgs? Header { get; init; }

    /// <summary>Share of the traces that are handed on, above 0 to 1; all spans of a trace or none. Default: 0.1.</summary>
    [Input("sampleRatio")]
    public double SampleRatio { get; init; } = DefaultSampleRatio;

    /// <summary>Pods, 1 or more. Default: 2.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = DefaultReplicas;

    /// <summary>Namespaces whose pods send traces. Nobody is asked who he is.</summary>
    [Input("clientNamespaces", required: true)]
    public required List<string> ClientNamespaces { get; init; }

    /// <summary>How Prometheus finds it. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Namespace of the Prometheus that scrapes it; required with <see cref="Scraping"/>.</summary>
    [Input("prometheusNamespace")]
    public string? PrometheusNamespace { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(TraceCollectorValues.Footprint(Replicas));

    /// <summary>Default of <see cref="SampleRatio"/>.</summary>
    public const double DefaultSampleRatio = 0.1;

    /// <summary>Default of <see cref="Replicas"/>.</summary>
    public const int DefaultReplicas = 2;
}
