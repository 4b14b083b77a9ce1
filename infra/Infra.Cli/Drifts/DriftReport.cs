using System.Collections.Immutable;
using Infra.Capture;
using Infra.Core;
using Infra.Planning.Diffing;
using Infra.Planning.Model;

namespace Infra.Cli.Drifts;

/// <summary>What is other than the stack's state says, and what the next update does about it.</summary>
internal sealed record DriftReport
{
    /// <summary>Differences that the engine itself leaves alone.</summary>
    private static readonly string[] _leaving = ["same", "read", StateOperation];

    private const string StateOperation = "refresh";

    public required string Stack { get; init; }

    /// <summary>What others did: from what was recorded to what was found.</summary>
    public required PlanDiff Drift { get; init; }

    /// <summary>What an update makes of it: from what was found to what the program asks for, of those resources alone.</summary>
    public required PlanDiff Mending { get; init; }

    /// <summary>What the program brings: from what was found to what it asks for, of all other resources.</summary>
    public required PlanDiff Program { get; init; }

    /// <summary>Resources that others and the program both change.</summary>
    public required ImmutableArray<Urn> AlsoByProgram { get; init; }

    /// <summary>What the engine would change for reasons that its document doesn't show: an input that the program never gave, or an output.</summary>
    public required ImmutableArray<CapturedStep> OnlyEngine { get; init; }

    /// <summary>How many resources there are that are other than recorded, of which nobody says which; they aren't in <see cref="Drift"/>.</summary>
    public int Unnamed { get; init; }

    /// <summary>What only the engine sees may be drift, and is taken for it.</summary>
    public bool HasDrift => !Drift.IsEmpty || !OnlyEngine.IsEmpty || Unnamed > 0;

    public string Summary
    {
        get
        {
            var gone = Drift.Count(ChangeKind.Delete);
            var changed = Drift.Changes.Count - gone;
            string[] parts =
            [
                .. changed == 0 ? (string[])[] : [$"{Counted.Of(changed, "resource")} changed by others"],
                .. gone == 0 ? (string[])[] : [$"{gone} gone"],
                .. OnlyEngine.IsEmpty ? (string[])[] : [$"{OnlyEngine.Length} that the engine would change without saying why"],
                .. Unnamed == 0 ? (string[])[] : [$"{Counted.Of(Unnamed, "resource")} other than recorded, not said which"],
            ];
            var drift = parts.Length == 0 ? "no drift" : string.Join(", ", parts);
            return $"{Stack}: {drift}{(Program.IsEmpty ? "" : $"; the program itself changes {Counted.Of(Program.Changes.Count, "resource")}")}";
        }
    }

    /// <param name="captured">A preview that was refreshed before.</param>
    /// <param name="refresh">What it tells of the refresh.</param>
    public static DriftReport Of(CapturedPlan captured, CapturedRefresh refresh)
    {
        if (refresh.Found is not { } found)
        {
            return new DriftReport
            {
                Stack = refresh.Recorded.Stack,
                Drift = new PlanDiff(),
                Mending = new PlanDiff(),
                Program = new PlanDiff(),
                AlsoByProgram = [],
                OnlyEngine = [],
                Unnamed = refresh.Changed + refresh.Gone,
            };
        }

        var verdicts = captured.Steps.Where(static step => step.Operation != StateOperation).ToLookup(static step => step.Urn);
        bool IsLeft(Urn urn) => verdicts[urn].Any() && verdicts[urn].All(static step => _leaving.Contains(step.Operation));
        // What the engine calls the same its provider takes for the same: another notation, or a path that is ignored.
        bool IsNews(ResourceChange change) => change.Kind is not (ChangeKind.Read or ChangeKind.Outputs or ChangeKind.Settings or ChangeKind.Rename) && !IsLeft(change.Urn);

        var drift = AsDone(Only(PlanDiff.Between(refresh.Recorded, found), IsNews));
        var update = Only(PlanDiff.Between(found, captured.Plan), IsNews);
        var drifted = drift.Changes.Select(static change => change.Urn).ToHashSet();
        var asked = PlanDiff.Between(refresh.Recorded, captured.Plan).Changes.Where(IsNews).Select(static change => change.Urn).ToHashSet();
        var seen = update.Changes.Select(static change => change.Urn).ToHashSet();
        return new DriftReport
        {
            Stack = captured.Plan.Stack,
            Drift = drift,
            Mending = Only(update, change => drifted.Contains(change.Urn)),
            Program = Only(update, change => !drifted.Contains(change.Urn)),
            AlsoByProgram = [.. drift.Changes.Select(static change => change.Urn).Where(asked.Contains)],
            OnlyEngine = [.. verdicts.Where(steps => !IsLeft(steps.Key) && !seen.Contains(steps.Key) && !drifted.Contains(steps.Key)).Select(static steps => steps.First())],
        };
    }

    // Others have done it already: nothing is replaced any more, nothing refused, and what is gone is gone.
    private static PlanDiff AsDone(PlanDiff diff) => diff with
    {
        Changes =
        [
            .. diff.Changes.Select(static change => change with
            {
                Kind = change.Kind is ChangeKind.Replace or ChangeKind.UpdateOrReplace ? ChangeKind.Update : change.Kind,
                Reasons = [],
                DeletesFirst = false,
                IsRefused = false,
                Loss = null,
                Hint = null,
            }),
        ],
    };

    private static PlanDiff Only(PlanDiff diff, Func<ResourceChange, bool> isMeant) =>
        diff with { Changes = [.. diff.Changes.Where(isMeant)], Unchanged = diff.Unchanged + diff.Changes.Count(change => !isMeant(change)) };
}
