using System.Text.RegularExpressions;

namespace Pulumi.Conformance.Tests;

/// <summary>The table of <c>embedded/BEHAVIOUR.md</c>, the statements of the facts that it is about, and the tests that it names.</summary>
internal static partial class BehaviourTable
{
    /// <summary>Measured, not promised: times and memory of the real SDK.</summary>
    private const string Measurements = "### Cost";

    public static IReadOnlyList<(string Statement, IReadOnlyList<string> Tests)> Rows(IEnumerable<string> lines) =>
    [
        .. lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Statement |", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .Select(cells => (cells[0], (IReadOnlyList<string>)cells[^1].Split(", "))),
    ];

    /// <summary>Paragraphs, bullets and table rows of section 2, as plain text.</summary>
    public static IReadOnlyList<string> Statements(IEnumerable<string> facts)
    {
        var statements = new List<string>();
        var (code, measurements) = (false, false);
        foreach (var line in facts.SkipWhile(line => !line.StartsWith("## 2.", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)))
        {
            code ^= line.StartsWith("```", StringComparison.Ordinal);
            if (line.StartsWith('#'))
            {
                measurements = line.StartsWith(Measurements, StringComparison.Ordinal);
            }
            else if (!code && !measurements && line.Length > 0 && !line.StartsWith("```", StringComparison.Ordinal) && !TableHead().IsMatch(line))
            {
                statements.Add(Markup().Replace(line, "").Trim('|', ' '));
            }
        }

        return statements;
    }

    /// <summary>Class names and <c>Class.Method</c> names of the tests in a folder, without those in its folder <paramref name="except"/>.</summary>
    public static IReadOnlySet<string> TestsIn(string folder, string? except = null) => Directory.EnumerateFiles(folder, "*Tests.cs", SearchOption.AllDirectories)
        .Where(file => except is null || !file.StartsWith(Path.Combine(folder, except) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .SelectMany(file =>
        {
            var name = Path.GetFileNameWithoutExtension(file);
            return TestMethod().Matches(File.ReadAllText(file)).Select(match => $"{name}.{match.Groups["name"].Value}").Prepend(name);
        })
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\|(---| C# value)")]
    private static partial Regex TableHead();

    [GeneratedRegex(@"[*`]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\[(?:Skippable)?(?:Fact|Theory)[^\]]*\](?:\s*\[[^\n]*\])*\s*public (?:async )?(?:Task|void) (?<name>\w+)\(")]
    private static partial Regex TestMethod();
}
