using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Components.Nodes;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>Inputs of <see cref="DcgmExporter"/>.</summary>
public sealed class DcgmExporterArgs : ResourceArgs
{
    /// <summary>Pools of NVIDIA GPUs to watch; at least one. Also those whose AMI brings the device plugin: none brings the exporter.</summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>Namespace of the daemon set, which the component creates. Default: <c>dcgm-exporter</c>.</summary>
    [Input("namespace")]
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>Default of <see cref="Namespace"/>.</summary>
    public const string DefaultNamespace = "dcgm-exporter";

    /// <summary>How Prometheus finds the exporter. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(DcgmExporterValues.For(this).Footprint());
}
