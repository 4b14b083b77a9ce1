using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>How EKS repairs broken nodes of a pool, as component input. GPU errors are noticed by the node monitoring agent, an add-on of the cluster.</summary>
public sealed class NodeRepairArgs : ResourceArgs
{
    /// <summary>Whether EKS replaces or reboots broken nodes. Default: true.</summary>
    [Input("enabled")]
    public bool Enabled { get; init; } = true;

    /// <summary>Nodes that are repaired at once, 1 or more. Default: EKS decides.</summary>
    [Input("maxParallelNodes")]
    public int? MaxParallelNodes { get; init; }

    /// <summary>Other actions than those of EKS for single errors.</summary>
    [Input("overrides")]
    public List<NodeRepairOverrideArgs> Overrides { get; init; } = [];
}
