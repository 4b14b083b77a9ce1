using Infra.TestKit;

namespace Pulumi.Conformance.Tests;

/// <summary>Keeps the page true that says which test proves which behaviour.</summary>
public sealed class BehaviourTableTests
{
    private static readonly string Tests = Path.Combine(RepositoryRoot.Path, "tests", "embedded");

    private static IReadOnlyList<(string Statement, IReadOnlyList<string> Tests)> Rows { get; } =
        BehaviourTable.Rows(File.ReadLines(Path.Combine(RepositoryRoot.Path, "embedded", "BEHAVIOUR.md")));

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var existing = BehaviourTable.TestsIn(Tests);

        Assert.NotEmpty(Rows);
        Assert.Equal([], Rows.SelectMany(row => row.Tests).Where(test => !existing.Contains(test)));
    }

    [Fact]
    public void Every_contract_test_is_named()
    {
        var named = Rows.SelectMany(row => row.Tests).Select(test => test.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var contract = BehaviourTable.TestsIn(Path.Combine(Tests, "Pulumi.Tests"), except: "Engine");

        Assert.Equal([], contract.Where(test => !test.Contains('.', StringComparison.Ordinal) && !named.Contains(test)));
    }

    [SkippableFact]
    public void Every_statement_of_the_facts_has_one_row()
    {
        var statements = BehaviourTable.Statements(SharedFacts.ReadLines("pulumi-sdk-behaviour.md"));

        Assert.NotEmpty(statements);
        Assert.Equal([], statements.Select(statement => (statement, Rows: RowsOf(statement).Count())).Where(found => found.Rows != 1).Select(found => $"{found.Rows} rows: {found.statement}"));
    }

    [Fact]
    public void Statements_are_paragraphs_bullets_and_rows_without_markup_code_and_measurements() => Assert.Equal(
        ["Type: x", "keys | exactly the names", "A paragraph."],
        BehaviourTable.Statements(
        [
            "# Title", "## 1. Before", "* no", "## 2. Behaviour", "### Shape", "```csharp", "* no", "```", "* **Type**: `x`", "", "| C# value | in Inputs |", "|---|---|",
            "| keys | exactly the names |", "A paragraph.", "### Cost (2 cores)", "| 1,000 | 0.43 s |", "## 3. After", "* no",
        ]));

    [Fact]
    public void Rows_name_their_tests() =>
        Assert.Equal([("a b", "X.Y Z")], BehaviourTable.Rows(["| Statement | Proved by |", "|---|---|", "| a b | X.Y, Z |"]).Select(row => (row.Statement, string.Join(' ', row.Tests))));

    /// <summary>The row whose key is the longest of those that the statement starts with.</summary>
    private static IEnumerable<string> RowsOf(string statement)
    {
        var starting = Rows.Select(row => row.Statement).Where(key => statement.StartsWith(key, StringComparison.Ordinal)).ToList();
        return starting.Where(key => key.Length == starting.Max(other => other.Length));
    }
}
