using Infra.Planning.Costs;

namespace Infra.Planning.Tests.Costs;

/// <summary>Standard support costs $0.10 an hour, extended support $0.60; that of Kubernetes 1.35 begins after 2027-03-27.</summary>
public sealed class ControlPlaneCostTests
{
    private static readonly DateOnly _last = new(2027, 3, 27);

    [Fact]
    public void Without_a_day_both_figures_are_shown()
    {
        var report = Report("EXTENDED");

        CostAssert.Lines(report, "control-plane/c 73 73");
        var extended = Assert.Single(report.Alternatives);
        Assert.Equal(("control-plane/c/extended", "instead of standard support, from 2027-03-28 on", 438m), (extended.Id, extended.What, extended.AtMinimum.Usd));
        Assert.Equal(["Kubernetes 1.35 is in standard support until 2027-03-27; after that extended support is paid."], report.Lines[0].Notes);
        Assert.Equal(73m, report.AtMaximum);
    }

    [Theory]
    [InlineData(0, 73)]
    [InlineData(1, 438)]
    public void A_day_decides(int daysLater, int usd)
    {
        var report = Report("EXTENDED", new CostOptions { On = _last.AddDays(daysLater) });

        Assert.Equal((usd, 0), (report.AtMaximum, report.Alternatives.Count));
    }

    // EXTENDED is what EKS takes where nothing is said.
    [Fact]
    public void A_cluster_without_a_policy_comes_into_extended_support() => Assert.Single(new CostPlan().Aws("aws:eks/cluster:Cluster", "c", """{"version": "1.35"}""").Report().Alternatives);

    [Fact]
    public void A_cluster_that_EKS_upgrades_never_pays_for_it()
    {
        var report = Report("STANDARD", new CostOptions { On = _last.AddDays(100) });

        Assert.Equal((73m, 0), (report.AtMaximum, report.Alternatives.Count));
        Assert.Equal(["Kubernetes 1.35 is in standard support until 2027-03-27; EKS upgrades the cluster then (upgrade policy STANDARD), so that extended support is never paid."], report.Lines[0].Notes);
    }

    [Fact]
    public void A_version_without_a_pin_is_said() => Assert.Equal(
        ["When standard support of Kubernetes 1.20 ends isn't among the pins."],
        new CostPlan().Aws("aws:eks/cluster:Cluster", "c", """{"version": "1.20"}""").Report().Lines[0].Notes);

    private static CostReport Report(string support, CostOptions? options = null) =>
        new CostPlan().Aws("aws:eks/cluster:Cluster", "cluster", $$"""{"name": "c", "version": "1.35", "upgradePolicy": {"supportType": "{{support}}"} }""").Report(options);
}
