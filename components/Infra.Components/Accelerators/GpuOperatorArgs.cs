using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Components.Nodes;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>Inputs of <see cref="GpuOperator"/>.</summary>
public sealed class GpuOperatorArgs : ResourceArgs
{
    /// <summary>
    /// Pools of NVIDIA GPUs whose AMI brings driver and container toolkit but no device plugin (AL2023); at least one. MIG pools
    /// among them have one naming strategy, because the operator has one for the cluster.
    /// </summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>Namespace of operator and daemon sets, which the component creates. Default: <c>gpu-operator</c>.</summary>
    [Input("namespace")]
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>Default of <see cref="Namespace"/>.</summary>
    public const string DefaultNamespace = "gpu-operator";

    /// <summary>How Prometheus finds the operator's DCGM exporter. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that chart and operator make.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(GpuOperatorValues.For(this).Footprints());
}
