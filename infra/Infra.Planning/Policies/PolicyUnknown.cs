namespace Infra.Planning.Policies;

/// <summary>A value that decides a rule and that only an update will tell, or that is secret.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Path">The place in its inputs.</param>
public sealed record PolicyUnknown(RuleDescription Rule, PolicyResource Resource, string? Path);
