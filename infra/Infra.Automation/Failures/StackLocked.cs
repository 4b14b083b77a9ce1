using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>Another update is going on, or one has died and left its lock behind.</summary>
/// <param name="Locks">Who holds it, where the backend says so: Pulumi Cloud doesn't.</param>
public sealed record StackLocked(string Name, ValueList<StackLock> Locks) : StackFailure(Name)
{
    public override string Kind => "stack-locked";

    public override string What => Locks.Count == 0
        ? $"another update of stack '{Name}' is going on"
        : $"stack '{Name}' is locked by {string.Join(" and by ", Locks.Select(static one => one.Since is { } since ? $"{one.Owner} since {since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : one.Owner))}";

    public override string? Where => Locks.Count == 0 ? null : Locks[0].File;

    public override ValueList<string> Next =>
    [
        Locks.Count == 0 ? "Wait for it to end, and see its page who started it." : "Wait for that process to end; is it still running there?",
        $"Only when it is dead: ./run cancel {Name}, then ./run refresh {Name} to see what it left over. A lock taken from a living update lets two of them write over each other's state.",
    ];
}
