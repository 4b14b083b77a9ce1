using Infra.Planning.Policies.Suppressions;

namespace Infra.Planning.Policies;

/// <summary>Something that a rule found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Resource">The resource that it is about.</param>
/// <param name="Path">The place in the resource's inputs; null for all of it.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Suppression">Why nobody has to mend it for now; null where nobody said so, or it is past its date.</param>
public sealed record PolicyFinding(RuleDescription Rule, PolicyResource Resource, string? Path, string Message, PolicySuppression? Suppression)
{
    /// <summary>Whether it still has to be mended.</summary>
    public bool IsOpen => Suppression is null;
}
