using System.Text.RegularExpressions;
using Infra.TestKit;

namespace Infra.Architecture.Tests.Sources;

/// <summary>Every threat has a control that is in the code, a test that proves it, and an honest rest.</summary>
public sealed partial class ThreatModelTests
{
    private const string Heading = "| threat | control | in code | proved by | what remains |";

    [Fact]
    public void Every_threat_names_code_tests_and_what_remains()
    {
        var rows = Rows(File.ReadAllLines(RepositoryRoot.Combine("docs/threat-model.md"))).ToList();

        Assert.InRange(rows.Count, 20, 100);
        Findings.None(rows.SelectMany(row => Problems(row, RepositoryRoot.Path)));
    }

    [Theory]
    [InlineData("| t | c | [a](../run) | [b](../tests/Infra.TestKit/Findings.cs) | r |", "t: 'proved by' names '../tests/Infra.TestKit/Findings.cs', which holds no test")]
    [InlineData("| t | c | [a](../tests/x.cs) | [b](../tests/Infra.Architecture.Tests/Sources/ThreatModelTests.cs) | r |", "t: 'in code' names '../tests/x.cs', which is a test or isn't there")]
    [InlineData("| t | c | nothing | [b](../tests/Infra.Architecture.Tests/Sources/ThreatModelTests.cs) | r |", "t: 'in code' names nothing")]
    [InlineData("| t | c | [a](../run) | nothing | r |", "t: 'proved by' names nothing")]
    [InlineData("| t | c | [a](../run) | [b](../tests/Infra.Architecture.Tests/Sources/ThreatModelTests.cs) | |", "t: a cell is empty")]
    [InlineData("| t | c | [a](../run) | r |", "t: 4 cells; 5 are required")]
    public void A_threat_that_nothing_holds_up_is_found(string line, string problem) =>
        Assert.Equal([problem], Rows([Heading, "|---|---|---|---|---|", line]).SelectMany(row => Problems(row, RepositoryRoot.Path)));

    private static IEnumerable<string[]> Rows(IEnumerable<string> lines)
    {
        var isInside = false;
        foreach (var line in lines)
        {
            if (isInside && line.StartsWith("| ", StringComparison.Ordinal))
            {
                yield return [.. line.Trim('|', ' ').Length == 0 ? [] : line[1..^1].Split('|').Select(cell => cell.Trim())];
            }

            isInside = line == Heading || (isInside && line.StartsWith('|'));
        }
    }

    private static IEnumerable<string> Problems(string[] cells, string root)
    {
        if (cells.Length != 5)
        {
            return [$"{cells[0]}: {cells.Length} cells; 5 are required"];
        }

        if (cells.Any(cell => cell.Length == 0))
        {
            return [$"{cells[0]}: a cell is empty"];
        }

        return
        [
            .. Unfit(cells[0], "in code", cells[2], target => !target.StartsWith("../tests/", StringComparison.Ordinal) && File.Exists(PathOf(root, target)), "which is a test or isn't there"),
            .. Unfit(cells[0], "proved by", cells[3], target => target.StartsWith("../tests/", StringComparison.Ordinal) && HoldsTest(PathOf(root, target)), "which holds no test"),
        ];
    }

    private static IEnumerable<string> Unfit(string threat, string column, string cell, Func<string, bool> isFit, string why)
    {
        var targets = Link().Matches(cell).Select(match => match.Groups["target"].Value).ToList();
        return targets.Count == 0 ? [$"{threat}: '{column}' names nothing"] : targets.Where(target => !isFit(target)).Select(target => $"{threat}: '{column}' names '{target}', {why}");
    }

    private static string PathOf(string root, string target) => Path.GetFullPath(Path.Combine(root, "docs", target));

    private static bool HoldsTest(string file) => File.Exists(file) && Test().IsMatch(File.ReadAllText(file));

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[(Skippable)?(Fact|Theory)\b")]
    private static partial Regex Test();
}
