using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>What an update makes of one plan when another one takes its place.</summary>
public sealed record PlanDiff
{
    /// <summary>Every resource that doesn't stay as it is: replacements first, then by <see cref="ChangeKind"/>, each kind in the order of the plans.</summary>
    public ValueList<ResourceChange> Changes { get; init; } = [];

    /// <summary>Resources that stay as they are as far as can be told: what differs is ignored or can't be compared. Their kind is <see cref="ChangeKind.Update"/>, and every value is folded.</summary>
    public ValueList<ResourceChange> Quiet { get; init; } = [];

    /// <summary>How many resources stay as they are, the quiet ones among them.</summary>
    public int Unchanged { get; init; }

    /// <summary>How many values are secret in both plans, so that nobody can tell whether they differ.</summary>
    public int Secrets { get; init; }

    /// <summary>How many values neither plan knows, such as an address with a name that AWS will choose: whether they differ nobody can tell.</summary>
    public int Unknowns { get; init; }

    public bool IsEmpty => Changes.Count == 0;

    /// <summary>The changes that take data with them, or would if nobody refused them.</summary>
    public IEnumerable<ResourceChange> Losses => Changes.Where(static change => change.Loss is { IsShouted: true });

    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind);

    /// <summary>In one line of plain text.</summary>
    public string Summary => DiffSummary.Of(this);

    /// <param name="before">What is there.</param>
    /// <param name="after">What is asked for.</param>
    /// <param name="sameReader">
    /// Whether both know the same things, because the same reader made them. Otherwise a value that only one of them knows is no change: what is
    /// deployed knows every id, and a preview without an account none.
    /// </param>
    public static PlanDiff Between(Plan before, Plan after, bool sameReader = true)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new PlanComparison(before, after, sameReader).Run();
    }
}
