using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Shared;

/// <summary>How objects of the cluster name namespaces: by the label that Kubernetes gives each (kubernetes.io, "Automatic labelling").</summary>
internal static class NamespaceSelectors
{
    /// <summary>The label.</summary>
    public const string Name = "kubernetes.io/metadata.name";

    /// <summary>Selects these namespaces.</summary>
    public static LabelSelectorArgs OneOf(InputList<string> names) => new()
    {
        MatchExpressions = { new LabelSelectorRequirementArgs { Key = Name, Operator = "In", Values = names } },
    };
}
