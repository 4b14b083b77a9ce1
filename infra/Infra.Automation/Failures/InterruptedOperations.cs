using Infra.Core;
using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>The state lists operations without an end: a run was killed in the middle of them, or still goes on.</summary>
/// <param name="Operations">In the state's order; at least one.</param>
public sealed record InterruptedOperations(string Name, ValueList<PendingOperation> Operations) : StackFailure(Name)
{
    public override string Kind => "interrupted-operations";

    public override string What =>
        $"the state has {Counted.Of(Operations.Count, "operation")} without an end: {string.Join(", ", Operations.Select(static one => $"{one.Kind} {one.Urn.Type} '{one.Urn.Name}'"))}; either another run is at it, or one was killed";

    public override string? Where => Operations[0].Urn.ToString();

    public override ValueList<string> Next =>
    [
        "Make sure that no other run is going on; what follows is for one that was killed.",
        .. Operations.SelectMany(Steps),
        .. Operations.Any(static one => one.Kind != PendingOperation.Creating) ? (ReadOnlySpan<string>)[$"Then let the engine look: ./run refresh {Name}. It clears every operation that isn't a creation."] : [],
    ];

    private IEnumerable<string> Steps(PendingOperation operation) => operation.Kind switch
    {
        PendingOperation.Creating =>
        [
            $"{Shown(operation)}: look whether it was made.",
            $"  It was: take it into the state by its id{(operation.Urn.Type.StartsWith("kubernetes:", StringComparison.Ordinal) ? " (NAMESPACE/NAME, or NAME)" : "")}: pulumi refresh --stack {Name} --import-pending-creates '{operation.Urn}' --import-pending-creates ID.",
            $"  It wasn't: pulumi refresh --stack {Name} --clear-pending-creates. That forgets every unfinished creation, so take in first what was made.",
        ],
        "updating" => [$"{Shown(operation)}: it is there, with the old values or the new ones; a refresh reads which, the next update does the rest."],
        "deleting" => [$"{Shown(operation)}: gone or not; a refresh takes it out of the state if it is, else the next update deletes it again."],
        _ => [$"{Shown(operation)}: nothing was changed by that."],
    };

    private static string Shown(PendingOperation operation) => $"{operation.Kind} {operation.Urn.Type} '{operation.Urn.Name}'{(operation.Id is null ? "" : $" ({operation.Id})")}";
}
