using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Chaos;

/// <summary>Pods that an experiment may break.</summary>
public sealed class ChaosSelectorArgs : ResourceArgs
{
    /// <summary>Their namespaces.</summary>
    [Input("namespaces", required: true)]
    public required InputList<string> Namespaces { get; init; }

    /// <summary>Labels that they have.</summary>
    [Input("labelSelectors")]
    public InputMap<string>? LabelSelectors { get; init; }

    /// <summary>What else is asked of their labels.</summary>
    [Input("expressionSelectors")]
    public InputList<LabelSelectorRequirementArgs> ExpressionSelectors { get; init; } = new();

    /// <summary>Labels that their nodes have.</summary>
    [Input("nodeSelectors")]
    public InputMap<string>? NodeSelectors { get; init; }
}
