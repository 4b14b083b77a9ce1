using Infra.Core.Monitoring.Alerts;
using Pulumi;

namespace Infra.Components.Monitoring.Rules;

/// <summary>A pool with accelerators, as far as its alerts need to know it.</summary>
public sealed class AlertedPoolArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>The resource that its nodes advertise, e.g. <c>nvidia.com/gpu</c>.</summary>
    [Input("resource", required: true)]
    public required string Resource { get; init; }

    /// <summary>How many of it every node has at least; 1 or more.</summary>
    [Input("perNode", required: true)]
    public required int PerNode { get; init; }

    /// <summary>Nodes that it always has. Default: 0.</summary>
    [Input("least")]
    public int Least { get; init; }

    /// <summary>Nodes that it may have. Default: none said, where nobody grows it.</summary>
    [Input("most")]
    public int? Most { get; init; }

    /// <summary>Whether nodes that nobody uses are given back. Default: false.</summary>
    [Input("givesNodesBack")]
    public bool GivesNodesBack { get; init; }

    /// <summary>Whether its GPUs are NVIDIA's, of which the DCGM exporter tells. Default: false.</summary>
    [Input("hasNvidiaGpus")]
    public bool HasNvidiaGpus { get; init; }

    /// <summary>Whether its GPUs are cut into pieces (MIG). Default: false.</summary>
    [Input("isCut")]
    public bool IsCut { get; init; }

    /// <summary>What a node costs, as people read it. Default: nobody knows.</summary>
    [Input("price")]
    public string? Price { get; init; }

    /// <summary>Models whose pods may land on it. Default: none.</summary>
    [Input("models")]
    public List<PoolModelArgs> Models { get; init; } = [];

    internal AlertedPool ToPool() => new()
    {
        Name = Name,
        Resource = Resource,
        PerNode = PerNode,
        Least = Least,
        Most = Most,
        GivesNodesBack = GivesNodesBack,
        HasNvidiaGpus = HasNvidiaGpus,
        IsCut = IsCut,
        Price = Price,
        Models = [.. Models.Select(model => new PoolModel(model.Name, model.Namespace, model.PodPattern))],
    };
}

/// <summary>A model that may run on a pool.</summary>
public sealed class PoolModelArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    [Input("namespace", required: true)]
    public required string Namespace { get; init; }

    /// <summary>Regular expression (RE2) of the whole names of its pods.</summary>
    [Input("podPattern", required: true)]
    public required string PodPattern { get; init; }
}
