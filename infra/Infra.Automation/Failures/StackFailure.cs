using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>Why an operation on a stack didn't do what it was asked to do. One class per kind; each says what happened, where, and what to do.</summary>
/// <param name="Stack">The stack; null for what concerns none.</param>
public abstract record StackFailure(string? Stack)
{
    /// <summary>A name for programs, such as <c>stack-locked</c>; it doesn't change.</summary>
    public abstract string Kind { get; }

    /// <summary>What happened, in a sentence without a full stop.</summary>
    public abstract string What { get; }

    /// <summary>Where: a URN, a file of a lock, a key; null for the stack as a whole.</summary>
    public virtual string? Where => null;

    /// <summary>What to do, a step each.</summary>
    public abstract ValueList<string> Next { get; }

    /// <summary>What happened and what to do, for a log or an exception.</summary>
    public sealed override string ToString() => string.Join('\n', [Where is null ? What : $"{Where}: {What}", .. Next.Select(static step => $"  {step}")]);
}
