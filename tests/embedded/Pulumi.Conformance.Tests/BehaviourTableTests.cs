using Infra.TestKit;

namespace Pulumi.Conformance.Tests;

/// <summary>Keeps the page true that says which test proves which behaviour.</summary>
public sealed class BehaviourTableTests
{
    private static readonly string Tests = Path.Combine(RepositoryRoot.Path, "tests", "embedded");

    private static IReadOnlyList<BehaviourRow> Rows { get; } =
        BehaviourTable.Rows(File.ReadLines(Path.Combine(RepositoryRoot.Path, "embedded", "BEHAVIOUR.md")));

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var existing = BehaviourTable.TestsIn(Tests);

        Assert.NotEmpty(Rows);
        Assert.Equal([], Rows.SelectMany(row => row.Tests).Where(test => !existing.Contains(test)));
    }

    [Fact]
    public void Every_test_class_of_the_core_and_the_engine_is_named()
    {
        var named = Rows.SelectMany(row => row.Tests).Select(test => test.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var classes = BehaviourTable.TestsIn(Path.Combine(Tests, "Pulumi.Tests")).Where(test => !test.Contains('.', StringComparison.Ordinal)).ToList();

        Assert.Contains("Engine/StuckTests", classes);
        Assert.Equal([], classes.Where(test => !named.Contains(test)));
    }

    [Fact]
    public void Every_behaviour_is_a_sentence_that_stands_there_once()
    {
        Assert.Equal([], Rows.Select(row => row.Behaviour).Where(behaviour => !behaviour.EndsWith('.') || !behaviour.Contains(' ', StringComparison.Ordinal)));
        Assert.Equal(Rows.Select(row => row.Behaviour).Distinct(), Rows.Select(row => row.Behaviour));
    }

    [SkippableFact]
    public void Every_statement_of_the_facts_has_a_row_and_is_what_it_was_when_the_row_was_written()
    {
        var statements = BehaviourTable.Statements(SharedFacts.ReadLines("pulumi-sdk-behaviour.md"));

        Assert.NotEmpty(statements);
        Assert.Equal([], statements.Where(statement => !Rows.Any(row => row.IsOf(statement))).Select(statement => $"new or changed, {BehaviourTable.HashOf(statement)}: {statement}"));
        Assert.Equal([], Rows.Where(row => row.Source is not null && !statements.Any(row.IsOf)).Select(row => $"no statement '{row.Source}': {row.Behaviour}"));
    }

    [Theory]
    [InlineData("Id: the one to import.", true)]
    [InlineData("Id: the one to import", false)]
    [InlineData("Id: another thing.", false)]
    public void A_row_is_of_a_statement_word_for_word(string statement, bool isOf) =>
        Assert.Equal(isOf, new BehaviourRow("It is.", $"Id: the {BehaviourTable.HashOf("Id: the one to import.")}", []).IsOf(statement));

    [Fact]
    public void A_hash_is_the_start_of_the_SHA_256() => Assert.Equal("ba7816bf", BehaviourTable.HashOf("abc"));

    [Fact]
    public void Statements_are_paragraphs_bullets_and_rows_without_markup_code_and_measurements() => Assert.Equal(
        ["Type: x", "keys | exactly the names", "A paragraph."],
        BehaviourTable.Statements(
        [
            "# Title", "## 1. Before", "* no", "## 2. Behaviour", "### Shape", "```csharp", "* no", "```", "* **Type**: `x`", "", "| C# value | in Inputs |", "|---|---|",
            "| keys | exactly the names |", "A paragraph.", "### Cost (2 cores)", "| 1,000 | 0.43 s |", "## 3. After", "* no",
        ]));

    [Fact]
    public void Rows_name_their_source_and_their_tests() => Assert.Equal(
        [("It is a.", (string?)"a b 12345678", "X.Y Z"), ("It is b.", null, "Engine/Z")],
        BehaviourTable.Rows(["Text.", "| Behaviour | Proved by |", "|---|---|", "| It is a. <!-- a b 12345678 --> | X.Y, Z |", "| It is b. | Engine/Z |"])
            .Select(row => (row.Behaviour, row.Source, string.Join(' ', row.Tests))));
}
