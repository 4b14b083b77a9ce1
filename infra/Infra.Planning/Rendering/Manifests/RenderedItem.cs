using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>A resource that becomes a file: an object of the cluster, or the values of a Helm release.</summary>
internal abstract record RenderedItem
{
    public required PlannedResource Resource { get; init; }

    /// <summary>Empty where the program names none.</summary>
    public required string Namespace { get; init; }

    public required string Name { get; init; }

    /// <summary>What the file holds: known values only.</summary>
    public required ValueMap Values { get; init; }

    /// <summary>Paths of invented values, in the file.</summary>
    public required ValueList<string> Invented { get; init; }

    /// <summary>Paths of secrets, in the file.</summary>
    public required ValueList<string> Redacted { get; init; }

    /// <summary>Whether the program makes the resource out of an invented value, so that no preview shows it.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>The name of the file, without its folder; derived from the resource alone.</summary>
    public abstract string FileName { get; }
}
