using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies;

/// <summary>What a rule says of one place in one resource.</summary>
/// <param name="Subject">The resource.</param>
/// <param name="Path">The place in its inputs; null for the resource as a whole.</param>
/// <param name="Problem">What is wrong and what to do; null where the plan doesn't know the value that decides.</param>
public sealed record Verdict(PolicySubject Subject, string? Path, string? Problem)
{
    /// <summary>Whether only an update will tell.</summary>
    public bool IsNotKnown => Problem is null;
}
