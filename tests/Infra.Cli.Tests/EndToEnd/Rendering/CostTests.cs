using Infra.Planning.Costs;
using Infra.Planning.Costs.Rendering;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>Every environment has an estimate, and what has no price in it was looked at by somebody.</summary>
public sealed class CostTests
{
    // What no source of a price was found of, and why: docs/cost.md.
    private static readonly string[] _reviewed =
    [
        "auto-mode-fee",
        "backups/copies",
        "backups/restore-tests",
        "buckets/replication",
        "cache/prediction-store-cache",
        "nodes",
        "nodes/auto-mode",
        "nodes/h100",
        "nodes/l4/reservation",
        "nodes/plant",
        "volume/prometheus",
    ];

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_environment_has_an_estimate(string environment)
    {
        var report = PlanCosts.Of((await RenderedEnvironment.OfAsync(environment)).Preview);

        Assert.Empty(report.Unpriced.Select(item => item.Id).Except(_reviewed));
        Assert.Equal(report.AtMaximum, report.Lines.Sum(line => line.AtMaximum.Usd));
        Assert.True(report.AtMinimum <= report.AtMaximum);
        Assert.All(CostText.Render(report), line => Assert.InRange($"{line}".Length, 0, 100));
        Assert.All(CostExplanation.Names(report), name => Assert.NotEmpty(CostExplanation.Render(report, name)));
    }

    [Fact]
    public async Task What_was_reviewed_is_still_there()
    {
        var reports = await Task.WhenAll(RenderedEnvironment.All.Select(async environment => PlanCosts.Of((await RenderedEnvironment.OfAsync(environment)).Preview)));

        Assert.Equal(_reviewed, reports.SelectMany(report => report.Unpriced).Select(item => item.Id).Distinct().Order(StringComparer.Ordinal));
    }

    // An A100 node day and night: 21.95764 × 730. It has both: the budget's first half.
    [Fact]
    public async Task Production_is_mostly_its_A100_node()
    {
        var report = PlanCosts.Of((await RenderedEnvironment.OfAsync("prod")).Preview);

        Assert.Equal(("nodes/a100", 16029.0772m, 32058.1544m), (report.Lines[0].Id, report.Lines[0].AtMinimum.Usd, report.Lines[0].AtMaximum.Usd));
        Assert.Equal("deepseek-r1-distill-70b", report.Models[0].Model);
        Assert.InRange(report.PodsAtMaximum, 20_000m, 40_000m);
    }
}
