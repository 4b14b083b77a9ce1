using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>What becomes of one resource.</summary>
public sealed record ResourceChange
{
    public required ChangeKind Kind { get; init; }

    /// <summary>Null for what is new.</summary>
    public PlannedResource? Before { get; init; }

    /// <summary>Null for what is deleted.</summary>
    public PlannedResource? After { get; init; }

    public PlannedResource Resource => After ?? Before ?? throw new InvalidOperationException("a change of nothing");

    public Urn Urn => Resource.Urn;

    /// <summary>The URN before, where an alias tells that it was another one.</summary>
    public Urn? PreviousUrn => Before is { } before && After is { } after && before.Urn != after.Urn ? before.Urn : null;

    /// <summary>What differs and isn't folded.</summary>
    public IEnumerable<PropertyChange> Visible => Inputs.Concat(Settings).Where(static change => change.Fold == Fold.None);

    /// <summary>Every input that differs, folded ones among them; none for what is created or deleted.</summary>
    public ValueList<PropertyChange> Inputs { get; init; } = [];

    /// <summary>What differs in options, parent, provider and, of the stack, outputs; the paths begin with that word.</summary>
    public ValueList<PropertyChange> Settings { get; init; } = [];

    /// <summary>Why it is replaced, or may be.</summary>
    public ValueList<Reason> Reasons { get; init; } = [];

    /// <summary>Whether the old one goes before the new one comes; only of a replacement, and only where it is known.</summary>
    public bool DeletesFirst { get; init; }

    /// <summary>Whether Pulumi refuses to do it, because the resource is protected.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The data that go with it; null where it holds none.</summary>
    public DataLoss? Loss { get; init; }

    /// <summary>What a reader may want to do about it; null for nothing.</summary>
    public string? Hint { get; init; }
}
