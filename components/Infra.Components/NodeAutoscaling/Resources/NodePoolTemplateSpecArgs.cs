using Pulumi;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary>What the nodes of a <see cref="NodePool"/> are made of.</summary>
public sealed class NodePoolTemplateSpecArgs : ResourceArgs
{
    /// <summary>The class that says how instances are launched.</summary>
    [Input("nodeClassRef", required: true)]
    public required Input<NodeClassReferenceArgs> NodeClassRef { get; init; }

    /// <summary>What an instance must be; all have to hold.</summary>
    [Input("requirements", required: true)]
    public InputList<NodeRequirementArgs> Requirements { get; init; } = new();

    /// <summary>Taints of the nodes.</summary>
    [Input("taints")]
    public InputList<NodeTaintArgs> Taints { get; init; } = new();

    /// <summary>Age at which a node is drained without asking, e.g. <c>480h</c>, or <c>Never</c>.</summary>
    [Input("expireAfter", required: true)]
    public required Input<string> ExpireAfter { get; init; }

    /// <summary>Longest time that a drain may take, e.g. <c>24h</c>. Default: none; pods that may not be disturbed hold their node.</summary>
    [Input("terminationGracePeriod")]
    public Input<string>? TerminationGracePeriod { get; init; }
}

/// <summary>Reference to a node class.</summary>
public sealed class NodeClassReferenceArgs : ResourceArgs
{
    /// <summary>API group of the class.</summary>
    [Input("group", required: true)]
    public required Input<string> Group { get; init; }

    /// <summary>Kind of the class.</summary>
    [Input("kind", required: true)]
    public required Input<string> Kind { get; init; }

    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}

/// <summary>Something that a node's label must be.</summary>
public sealed class NodeRequirementArgs : ResourceArgs
{
    /// <summary>Label.</summary>
    [Input("key", required: true)]
    public required Input<string> Key { get; init; }

    /// <summary>How it is compared, e.g. <c>In</c>.</summary>
    [Input("operator", required: true)]
    public Input<string> Operator { get; init; } = "In";

    /// <summary>Values that are right.</summary>
    [Input("values", required: true)]
    public InputList<string> Values { get; init; } = new();
}

/// <summary>Taint of a node.</summary>
public sealed class NodeTaintArgs : ResourceArgs
{
    /// <summary>Key.</summary>
    [Input("key", required: true)]
    public required Input<string> Key { get; init; }

    /// <summary>Value. Default: none.</summary>
    [Input("value")]
    public Input<string>? Value { get; init; }

    /// <summary>Effect by its Kubernetes name.</summary>
    [Input("effect", required: true)]
    public required Input<string> Effect { get; init; }
}
