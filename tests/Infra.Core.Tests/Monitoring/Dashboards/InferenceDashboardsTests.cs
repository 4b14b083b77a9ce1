using System.Reflection;
using System.Text.RegularExpressions;
using Infra.Core.Monitoring.Dashboards;
using Infra.Core.Monitoring.Dashboards.Inference;
using Infra.Core.Monitoring.Dashboards.Panels;
using Infra.Core.Monitoring.Logs;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.Rules;
using Infra.TestKit;
using Infra.TestKit.Grafana;
using Infra.TestKit.Prometheus;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Dashboards;

/// <summary>The dashboards of environments: of one that has everything, and of one that has nothing but models.</summary>
public sealed partial class InferenceDashboardsTests
{
    // The API server's limit of an object is 1.5 MiB (etcd), and that of what kubectl apply keeps of it is 256 KiB: who applies a rendered manifest by hand meets the latter.
    private const int MostBytes = 262_144;

    public static TheoryData<string> Scopes => ["all", "none"];

    [Fact]
    public void There_are_four() =>
        Assert.Equal(["inference-fleet", "inference-model", "inference-pool", "inference-cost"], InferenceDashboards.Of(DashboardScopes.Everything).Select(dashboard => dashboard.Uid));

    [Fact]
    public void What_an_environment_has_not_is_not_shown()
    {
        var dashboards = InferenceDashboards.Of(new DashboardScope());

        Assert.Equal(["inference-fleet", "inference-model"], dashboards.Select(dashboard => dashboard.Uid));
        Assert.DoesNotContain(dashboards.SelectMany(dashboard => dashboard.Panels), panel => panel.Title.Contains("GPU", StringComparison.Ordinal) || panel.Units.Contains(Unit.Dollars) || panel is LogsPanel);
        Assert.DoesNotContain(dashboards.SelectMany(dashboard => dashboard.Panels).SelectMany(panel => panel.Queries), query => GpuOrCost().IsMatch(query.PromQl.Text));
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public void Grafana_knows_the_documents_and_Kubernetes_keeps_them(string scope) => Assert.All(InferenceDashboards.Of(DashboardScopes.Named(scope)), dashboard =>
    {
        var text = dashboard.ToJson(DashboardSamples.Sources);
        Assert.Empty(DashboardModel.Problems(JObject.Parse(text)));
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(text) < MostBytes);
        Assert.Equal(text, dashboard.ToJson(DashboardSamples.Sources));
    });

    [SkippableFact]
    public async Task Prometheus_understands_all_queries() => Assert.Equal("", await PromTool.CheckAsync(
        Queries.Select(query => (query.Panel, query.PromQl.Replace("=~\"$", "=~\"", StringComparison.Ordinal)))
            .Concat(Variables.Select(variable => (variable.Name, variable.Series.Text.Replace("=~\"$", "=~\"", StringComparison.Ordinal))))));

    [Fact]
    public void Only_what_rules_record_is_asked_for()
    {
        var recorded = typeof(RecordedSeries).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<GaugeMetric>().Select(series => series.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(
            [],
            Queries.Select(query => (query.Panel, query.PromQl)).Concat(Variables.Select(variable => (Panel: variable.Name, PromQl: variable.Series.Text)))
                .SelectMany(query => Names(query.PromQl).Where(name => !recorded.Contains(name)).Select(name => $"{query.Panel}: {name}")));
    }

    [Fact]
    public void A_choice_that_a_query_names_stands_above_it() => Assert.All(InferenceDashboards.Of(DashboardScopes.Everything), dashboard => Assert.Equal(
        dashboard.Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal),
        dashboard.Panels.SelectMany(panel => panel.Queries.Select(query => query.PromQl.Text).Concat(panel is LogsPanel logs ? [logs.LogQl] : []))
            .SelectMany(query => Choices().Matches(query).Select(match => match.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public void A_link_leads_to_a_dashboard_that_has_the_choice()
    {
        var dashboards = InferenceDashboards.Of(DashboardScopes.Everything).ToDictionary(dashboard => dashboard.Uid, StringComparer.Ordinal);
        var links = dashboards.Values.SelectMany(dashboard => dashboard.Panels).OfType<TablePanel>().SelectMany(table => table.Keys).Where(key => key.LinkTo is not null).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains(link.Label, dashboards[link.LinkTo!].Variables.Select(variable => variable.Name)));
    }

    [Fact]
    public void Logs_are_asked_for_by_labels_and_fields_that_they_have()
    {
        var asked = InferenceDashboards.Of(DashboardScopes.Everything).SelectMany(dashboard => dashboard.Panels).OfType<LogsPanel>().SelectMany(panel => Conditions().Matches(panel.LogQl).Select(match => match.Groups[1].Value)).Distinct();

        Assert.Equal(["namespace", "app", "level"], asked);
        Assert.Empty(asked.Except(FluentBitPipeline.Labels.Select(label => label.Name)).Except(StructuredLog.Fields));
    }

    [Fact]
    public void Every_unit_is_one_of_the_set_and_each_is_used()
    {
        var used = InferenceDashboards.Of(DashboardScopes.Everything).SelectMany(dashboard => dashboard.Panels).SelectMany(panel => panel.Units).Distinct();

        Assert.Equal(Unit.All.Select(unit => unit.Id).Order(StringComparer.Ordinal), used.Select(unit => unit.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_shows_what_they_show() => Golden.MatchDocument(DashboardsPage.Text(InferenceDashboards.Of(DashboardScopes.Everything)), "docs/dashboards.md");

    private static IEnumerable<(string Panel, string PromQl)> Queries => InferenceDashboards.Of(DashboardScopes.Everything)
        .SelectMany(dashboard => dashboard.Panels.SelectMany(panel => panel.Queries.Select(query => ($"{dashboard.Uid}: {panel.Title}", query.PromQl.Text))));

    private static IEnumerable<DashboardVariable> Variables => InferenceDashboards.Of(DashboardScopes.Everything).SelectMany(dashboard => dashboard.Variables);

    // What is left of an expression without strings, conditions, lists of labels, functions and operators.
    private static IEnumerable<string> Names(string promQl) =>
        Words().Matches(Lists().Replace(Functions().Replace(Braces().Replace(promQl, ""), "("), " ")).Select(match => match.Value);

    [GeneratedRegex("""\{[^}]*\}|\[[^\]]*\]""")]
    private static partial Regex Braces();

    [GeneratedRegex("""\b(?:by|on|ignoring|group_left)\s*\([^)]*\)""")]
    private static partial Regex Lists();

    [GeneratedRegex("""\b(?!by|on|ignoring|group_left)[a-z_]+\s*\(|\b(?:sum|max|min|avg|count)(?=\s+by)""")]
    private static partial Regex Functions();

    [GeneratedRegex("[a-zA-Z_:][a-zA-Z0-9_:]*")]
    private static partial Regex Words();

    [GeneratedRegex("""\$([a-z]+)""")]
    private static partial Regex Choices();

    [GeneratedRegex("([a-z_]+)=~")]
    private static partial Regex Conditions();

    [GeneratedRegex("gpu|usd")]
    private static partial Regex GpuOrCost();
}
