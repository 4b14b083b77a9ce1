namespace Infra.Planning.Policies;

/// <summary>What a rule is called, how bad its findings are, and which failure it prevents. Its page has the rest.</summary>
/// <param name="Id">Family and number, e.g. <c>GPU001</c>; never given to another rule.</param>
/// <param name="Severity">How bad its findings are.</param>
/// <param name="Title">What holds where the rule is kept, as a sentence without a point.</param>
/// <param name="Prevents">The failure that it prevents.</param>
/// <param name="Source">Where that failure was met or is documented: an issue, a vendor's page, an article that recommends it.</param>
public sealed record RuleDescription(string Id, PolicySeverity Severity, string Title, string Prevents, string Source)
{
    /// <summary>The rule's page in the repository.</summary>
    public string Page => $"docs/rules/{Id}.md";
}
