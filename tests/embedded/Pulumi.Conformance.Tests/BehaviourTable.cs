using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Pulumi.Conformance.Tests;

/// <summary>The table of <c>embedded/BEHAVIOUR.md</c>, the statements of the facts that it is about, and the tests that it names.</summary>
internal static partial class BehaviourTable
{
    /// <summary>Measured, not promised: times and memory of the real SDK.</summary>
    private const string Measurements = "### Cost";

    /// <summary>The folder of the tests of the engine; their names are written with it, as some classes outside it are called the same.</summary>
    private const string Engine = "Engine";

    public static IReadOnlyList<BehaviourRow> Rows(IEnumerable<string> lines) =>
    [
        .. lines.Select(line => Row().Match(line)).Where(match => match.Success && match.Groups["tests"].Value != "Proved by")
            .Select(match => new BehaviourRow(
                match.Groups["behaviour"].Value,
                match.Groups["source"] is { Success: true, Value: var source } ? source : null,
                match.Groups["tests"].Value.Split(", "))),
    ];

    /// <summary>Short, as it need only tell a statement from its earlier wording.</summary>
    public static string HashOf(string statement) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(statement)))[..8];

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

    /// <summary>Class names and <c>Class.Method</c> names of the tests in a folder.</summary>
    public static IReadOnlySet<string> TestsIn(string folder) => Directory.EnumerateFiles(folder, "*Tests.cs", SearchOption.AllDirectories)
        .SelectMany(file =>
        {
            var isOfEngine = Path.GetFileName(Path.GetDirectoryName(file)) == Engine;
            var name = (isOfEngine ? $"{Engine}/" : "") + Path.GetFileNameWithoutExtension(file);
            return TestMethod().Matches(File.ReadAllText(file)).Select(match => $"{name}.{match.Groups["name"].Value}").Prepend(name);
        })
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\| (?<behaviour>.+?)(?: <!-- (?<source>.+) -->)? \| (?<tests>.+) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^\|(---| C# value)")]
    private static partial Regex TableHead();

    [GeneratedRegex(@"[*`]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\[(?:Skippable)?(?:Fact|Theory)[^\]]*\](?:\s*\[[^\n]*\])*\s*public (?:async )?(?:Task|void) (?<name>\w+)\(")]
    private static partial Regex TestMethod();
}
