using Infra.Planning.Policies;
using Infra.TestKit;

namespace Infra.Planning.Tests.Policies;

/// <summary>Each rule has a page that says what the rule says, with an example that it finds and one that it doesn't.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Rules => [.. PolicyRules.All.Select(rule => rule.About.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_says_what_the_rule_says(string id)
    {
        var rule = PolicyRules.All.Single(rule => rule.About.Id == id).About;

        Assert.StartsWith($"# {id}: {rule.Title}\n\nSeverity: **{rule.Severity.Name()}**\n\n## Why\n\n{rule.Prevents}\n\nSource: {rule.Source}.\n", RulePage.Of(id).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_pages_wrong_example_is_found(string id) => Assert.NotEmpty(Example.Report(RulePage.Of(id).Example("Wrong")).Findings.Where(finding => finding.Rule.Id == id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_pages_right_example_is_not(string id) => Assert.Empty(Example.Ask(id, RulePage.Of(id).Example("Right")));

    // Reviewed: every message as a reader gets it.
    [Fact]
    public void Messages_of_all_wrong_examples() => Golden.Match(
        string.Concat(PolicyRules.All.SelectMany(rule => Example.Ask(rule.About.Id, RulePage.Of(rule.About.Id).Example("Wrong")).Select(line => $"{rule.About.Id} {line}\n"))), "rule-pages.txt");

    [Fact]
    public void There_are_no_pages_of_other_rules() => Assert.Equal(
        PolicyRules.All.Select(rule => rule.About.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "docs", "rules")).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_are_of_a_family_and_occur_once()
    {
        var ids = PolicyRules.All.Select(rule => rule.About.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^(GPU|SEC|NET|REL|COST|K8S|POL)[0-9]{3}$", id));
    }

    [Fact]
    public void Every_rule_has_a_source_and_sentences() => Assert.All(PolicyRules.All, rule =>
    {
        Assert.NotEmpty(rule.About.Source);
        Assert.EndsWith(".", rule.About.Prevents, StringComparison.Ordinal);
        Assert.False(rule.About.Title.EndsWith('.'));
    });
}
