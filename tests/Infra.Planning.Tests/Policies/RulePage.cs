using Infra.TestKit;

namespace Infra.Planning.Tests.Policies;

/// <summary>A rule's page in the documentation.</summary>
internal sealed record RulePage(string Text)
{
    public static RulePage Of(string id) => new(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "rules", $"{id}.md")));

    /// <summary>The example below a heading.</summary>
    public string Example(string heading)
    {
        const string Start = "```yaml\n";
        var from = Text.IndexOf(Start, Text.IndexOf($"## {heading}\n", StringComparison.Ordinal), StringComparison.Ordinal) + Start.Length;
        return Text[from..Text.IndexOf("```", from, StringComparison.Ordinal)];
    }
}
