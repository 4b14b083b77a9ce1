using Pulumi;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary>When nodes of a <see cref="NodePool"/> may be taken away.</summary>
public sealed class NodePoolDisruptionArgs : ResourceArgs
{
    /// <summary><c>WhenEmpty</c>, <c>WhenEmptyOrUnderutilized</c> or <c>Balanced</c>.</summary>
    [Input("consolidationPolicy", required: true)]
    public required Input<string> ConsolidationPolicy { get; init; }

    /// <summary>Time without a change of pods after which a node may go, e.g. <c>10m</c>.</summary>
    [Input("consolidateAfter", required: true)]
    public required Input<string> ConsolidateAfter { get; init; }

    /// <summary>How many nodes may go at once.</summary>
    [Input("budgets", required: true)]
    public InputList<DisruptionBudgetArgs> Budgets { get; init; } = new();
}

/// <summary>How many nodes may go at once.</summary>
public sealed class DisruptionBudgetArgs : ResourceArgs
{
    /// <summary>A number or a percentage.</summary>
    [Input("nodes", required: true)]
    public required Input<string> Nodes { get; init; }
}
