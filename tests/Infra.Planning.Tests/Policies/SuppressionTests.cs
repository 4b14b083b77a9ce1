using Infra.Core.Configuration;
using Infra.Planning.Policies;
using Infra.Planning.Policies.Suppressions;
using Infra.TestKit;

namespace Infra.Planning.Tests.Policies;

/// <summary>What is accepted, for how long, and what is no acceptance.</summary>
public sealed class SuppressionTests
{
    private static readonly PolicySuppression _accepted = new("REL020", "Pod serving/*", "a shell for the migration", new DateOnly(2026, 12, 31), "policy-suppressions.yaml, suppressions[0]");

    [Fact]
    public void What_is_accepted_is_kept_with_its_reason_and_closes_the_finding()
    {
        var finding = Assert.Single(Report(_accepted).Findings, finding => finding.Rule.Id == "REL020");

        Assert.Equal((_accepted, false), (finding.Suppression, finding.IsOpen));
    }

    [Theory]
    [InlineData("Pod other/*")]
    [InlineData("Pod serving")]
    [InlineData("pod serving/debug")]
    public void Another_resource_stays_open(string resource) =>
        Assert.True(Assert.Single(Report(_accepted with { Resource = resource }).Findings, finding => finding.Rule.Id == "REL020").IsOpen);

    [Fact]
    public void It_counts_on_its_last_day_and_not_on_the_next()
    {
        Assert.False(Finding(new DateOnly(2026, 12, 31)).IsOpen);
        Assert.True(Finding(new DateOnly(2027, 1, 1)).IsOpen);

        PolicyFinding Finding(DateOnly day) => Assert.Single(Report(_accepted, day).Findings, finding => finding.Rule.Id == "REL020");
    }

    [Fact]
    public void One_past_its_day_is_a_finding_itself() => Assert.Equal(
        "REL020 was suppressed until 2026-12-31 (policy-suppressions.yaml, suppressions[0]: a shell for the migration); mend what it finds, or give a new reason and day",
        Assert.Single(Report(_accepted, new DateOnly(2027, 1, 1)).Findings, finding => finding.Rule.Id == "POL002").Message);

    [Fact]
    public void A_pattern_takes_any_text_for_a_star_also_in_a_urn() =>
        Assert.False(Assert.Single(Report(_accepted with { Resource = "urn:*core/v1:Pod::*debug" }).Findings, finding => finding.Rule.Id == "REL020").IsOpen);

    [Fact]
    public void A_file_is_read_strictly()
    {
        var problems = new ConfigProblems();

        SuppressionFile.Read("policy-suppressions.yaml", "- {rule: GPU999, resource: x, reason: y, until: soon}\n- {rul: GPU001, resource: x, reason: '', until: 2027-01-01}\n", problems);

        Assert.Equal(4, problems.Count);
        Golden.Match(problems.Render("policy-suppressions.yaml") + "\n", "suppressions-wrong.txt");
    }

    [Fact]
    public void A_file_that_is_no_YAML_says_where()
    {
        var problems = new ConfigProblems();

        SuppressionFile.Read("policy-suppressions.yaml", "- rule: GPU001\n  resource: [\n", problems);

        Assert.StartsWith("1 problem in policy-suppressions.yaml:\n  suppressions: line 3 is not YAML: ", problems.Render("policy-suppressions.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_nothing_accepts_nothing() => Assert.Empty(SuppressionFile.Read("policy-suppressions.yaml", "# nothing\n", new ConfigProblems()));

    private static PolicyReport Report(PolicySuppression suppression, DateOnly? day = null) => Example.Report(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: debug, namespace: serving}
        spec: {containers: [{name: shell, image: "example.com/shell:1.0"}]}
        """,
        new PolicyOptions(day ?? Example.Day) { Suppressions = [suppression] });
}
