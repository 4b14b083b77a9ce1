using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>A resource as Pulumi's documents have it. Source: <c>ResourceV3</c> of pulumi/pulumi, sdk/go/common/apitype/core.go.</summary>
internal sealed record CapturedState
{
    public required Urn Urn { get; init; }

    /// <summary>Null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>An older instance that a later update removes.</summary>
    public bool IsLeftover { get; init; }

    /// <summary>Deleted already, to be made again by a later update.</summary>
    public bool IsPendingReplacement { get; init; }

    /// <summary>Only read, not managed.</summary>
    public bool IsExternal { get; init; }

    /// <summary>A part of another resource that its provider shows; no program registers it.</summary>
    public bool IsView { get; init; }

    public Urn? Parent { get; init; }

    /// <summary>The provider's URN and id: <c>URN::ID</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>As the provider has completed them.</summary>
    public ValueMap Inputs { get; init; } = ValueMap.Empty;

    /// <summary>The names of the inputs that the program gave; null where the document doesn't say.</summary>
    public ValueList<string>? GivenInputs { get; init; }

    /// <summary>Only the stack's; null for others and where the document has none.</summary>
    public ValueMap? Outputs { get; init; }

    public ValueList<Urn> Dependencies { get; init; } = [];

    public PlannedOptions Options { get; init; } = PlannedOptions.None;
}
