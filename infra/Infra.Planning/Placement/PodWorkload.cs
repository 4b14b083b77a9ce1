using Infra.Planning.Model;

namespace Infra.Planning.Placement;

/// <summary>What makes equal pods.</summary>
public sealed record PodWorkload
{
    /// <summary>Kind of the object, e.g. <c>Deployment</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the object.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace; null where only the number of pods is declared.</summary>
    public string? Namespace { get; init; }

    /// <summary>What the pods are within the object, e.g. <c>predictor</c>; empty where there is one kind of them.</summary>
    public string Role { get; init; } = "";

    /// <summary>The object in the plan, or the component that declares the pods.</summary>
    public required Urn Urn { get; init; }

    /// <summary>The component that the object belongs to, or that declares the pods; null for none.</summary>
    public Urn? Component { get; init; }

    /// <summary>Whether the pods are declared rather than rendered.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>Whether each node that takes them has one.</summary>
    public bool IsPerNode { get; init; }

    /// <summary>For a message, e.g. <c>InferenceService inference/nlp-pipeline predictor</c>.</summary>
    public override string ToString() => $"{Kind} {(Namespace is null ? "" : $"{Namespace}/")}{Name}{(Role.Length == 0 ? "" : $" {Role}")}{(IsDeclared ? ", declared" : "")}";
}
