namespace Infra.Planning.Policies.Suppressions;

/// <summary>Somebody's word that a finding doesn't have to be mended for now.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Resource">Pattern for the resource's name or URN; <c>*</c> stands for any text.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day that it counts.</param>
/// <param name="Place">Where it stands: an annotation, or a line of a file.</param>
public sealed record PolicySuppression(string Rule, string Resource, string Reason, DateOnly Until, string Place);
