namespace Infra.Planning.Model;

/// <summary>One resource as the program registered it.</summary>
public sealed record PlannedResource
{
    public required Urn Urn { get; init; }

    public string Type => Urn.Type;

    public string Name => Urn.Name;

    public ResourceKind Kind => Type switch
    {
        WellKnownTypes.Stack => ResourceKind.Stack,
        _ when Type.StartsWith(WellKnownTypes.ProviderPrefix, StringComparison.Ordinal) => ResourceKind.Provider,
        _ when Type.StartsWith(WellKnownTypes.BuiltInPrefix, StringComparison.Ordinal) => ResourceKind.Custom,
        _ => Provider is null ? ResourceKind.Component : ResourceKind.Custom,
    };

    /// <summary>Null for the stack only.</summary>
    public Urn? Parent { get; init; }

    /// <summary>The provider that manages a custom resource; null for components, providers, the stack and what the engine itself provides.</summary>
    public Urn? Provider { get; init; }

    /// <summary>The id of a resource that isn't managed but only read (<c>Get</c>, a stack reference); null for every other.</summary>
    public string? ReadId { get; init; }

    public ValueMap Inputs { get; init; } = ValueMap.Empty;

    public ValueList<Urn> Dependencies { get; init; } = [];

    public PlannedOptions Options { get; init; } = PlannedOptions.None;

    /// <summary>The stack's outputs; null for every other resource.</summary>
    public ValueMap? Outputs { get; init; }
}
