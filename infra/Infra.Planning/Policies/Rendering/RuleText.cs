using Infra.Planning.Rendering;

namespace Infra.Planning.Policies.Rendering;

/// <summary>Rules as text.</summary>
public static class RuleText
{
    private static readonly string[] _columns = ["RULE", "SEVERITY", "WHAT HOLDS"];

    /// <summary>All of them, as a table.</summary>
    public static IEnumerable<TextLine> List() =>
        TextTable.Render(_columns, [.. PolicyRules.All.Select(rule => new[] { rule.About.Id, rule.About.Severity.Name(), rule.About.Title })]);

    /// <summary>One of them, with its page.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="page">The page's text, in Markdown; null where nobody has it.</param>
    public static IEnumerable<TextLine> Explain(RuleDescription rule, string? page)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return page is not null
            ? page.TrimEnd('\n').Split('\n').Select((line, i) => TextLine.Of(line, i == 0 ? TextRole.Heading : TextRole.Plain))
            :
            [
                TextLine.Of($"{rule.Id}: {rule.Title} ({rule.Severity.Name()})", TextRole.Heading),
                TextLine.Of(rule.Prevents),
                TextLine.Of($"Source: {rule.Source}"),
                TextLine.Of($"More: {rule.Page}"),
            ];
    }
}
