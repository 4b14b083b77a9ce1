using System.Reflection;
using System.Text.RegularExpressions;
using Infra.Core.Monitoring.Metrics;
using Infra.TestKit;
using Infra.TestKit.Prometheus;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>Whatever Prometheus is asked, by rules, dashboards and autoscalers: its own tool reads it, and what it asks for is there.</summary>
public sealed partial class PromQlTests
{
    // Everything is scraped every 30 seconds; a range of fewer than four scrapes has a gap when one is late.
    private const int LeastRangeSeconds = 4 * 30;

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [SkippableTheory]
    [MemberData(nameof(Environments))]
    public async Task Rules_are_what_Prometheus_reads(string environment)
    {
        foreach (var rules in (await PrometheusExpressions.RulesAsync(environment)).Select(rule => rule.Object).Distinct())
        {
            Assert.Equal("", await PromTool.CheckRulesAsync(rules.SelectToken("spec.groups")!));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Environments))]
    public async Task Autoscalers_and_panels_ask_what_Prometheus_understands(string environment)
    {
        (string, string)[] queries = [.. await PrometheusExpressions.OfScalersAsync(environment), .. (await PrometheusExpressions.OfPanelsAsync(environment)).Select(panel => (panel.Name, Filled(panel.Expression)))];

        Assert.Equal("", queries.Length == 0 ? "" : await PromTool.CheckAsync(queries));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task No_range_is_shorter_than_four_scrapes(string environment) => Assert.All(
        await PrometheusExpressions.AllAsync(environment),
        one => Assert.All(PromQlWords.RangeSeconds(Filled(one.Expression)), seconds => Assert.True(seconds >= LeastRangeSeconds, $"{one.Name}: {seconds} s in {one.Expression}")));

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Rules_and_panels_read_what_an_exporter_publishes(string environment) => Assert.All(
        await OfRulesAndPanelsAsync(environment),
        one => Assert.All(PromQlWords.Series(Filled(one.Expression)), name => Assert.True(_published.ContainsKey(name), $"{one.Name}: nobody publishes {name}, in {one.Expression}")));

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task What_is_recorded_is_read_under_the_name_that_it_gets(string environment)
    {
        var recorded = (await PrometheusExpressions.RulesAsync(environment)).Select(rule => (string?)rule.Rule["record"]).OfType<string>().ToHashSet();

        Assert.All(recorded, name => Assert.True(_published.TryGetValue(name, out var exporter) && exporter == Exporter.RecordingRules, $"{name} isn't in RecordedSeries"));
        Assert.All(
            (await PrometheusExpressions.RulesAsync(environment)).SelectMany(rule => PromQlWords.Series((string)rule.Rule["expr"]!)).Where(name => _published.GetValueOrDefault(name) == Exporter.RecordingRules),
            name => Assert.True(recorded.Contains(name), $"{name} is read and not recorded"));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task A_panel_shows_what_its_environment_records(string environment)
    {
        var recorded = (await PrometheusExpressions.RulesAsync(environment)).Select(rule => (string?)rule.Rule["record"]).OfType<string>().ToHashSet();

        Assert.All(
            await PrometheusExpressions.OfPanelsAsync(environment),
            panel => Assert.All(
                PromQlWords.Series(Filled(panel.Expression)).Where(name => _published.GetValueOrDefault(name) == Exporter.RecordingRules),
                name => Assert.True(recorded.Contains(name), $"{panel.Name}: nothing records {name}, in {panel.Expression}")));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Rules_and_panels_call_what_both_versions_have(string environment)
    {
        var allowed = Backticks().Matches(string.Concat(File.ReadLines(RepositoryRoot.Combine("docs/prometheus-versions.md")).SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1]))).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.True(allowed.Contains("histogram_quantile"), "the table of functions is gone");
        Assert.All(
            await OfRulesAndPanelsAsync(environment),
            one => Assert.All(PromQlWords.Functions(Filled(one.Expression)), function => Assert.True(allowed.Contains(function), $"{one.Name}: {function} isn't in docs/prometheus-versions.md, in {one.Expression}")));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_alert_has_a_case_that_fires_it_and_one_that_nearly_does(string environment)
    {
        var tested = File.ReadLines(RepositoryRoot.Combine("tests/Infra.Core.Tests/Golden/alerts-with-cases.txt")).ToHashSet();

        Assert.All((await PrometheusExpressions.RulesAsync(environment)).Select(rule => (string?)rule.Rule["alert"]).OfType<string>(), alert => Assert.True(tested.Contains(alert), $"{alert} has no case"));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task An_alert_says_how_much_it_hurries_what_happened_and_what_to_do(string environment) => Assert.All(
        (await PrometheusExpressions.RulesAsync(environment)).Select(rule => rule.Rule).Where(rule => rule["alert"] is not null),
        rule =>
        {
            Assert.True((string?)rule.SelectToken("labels.severity") is "P0" or "P1" or "P2", $"{rule["alert"]}: severity");
            Assert.All(["annotations.summary", "annotations.description"], path => Assert.False(string.IsNullOrEmpty((string?)rule.SelectToken(path)), $"{rule["alert"]}: {path}"));
            Assert.True(rule.SelectToken("annotations.runbook") is not null || rule.SelectToken("annotations.runbook_url") is not null, $"{rule["alert"]} has no page");
        });

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Who_asks_of_GPUs_has_somebody_who_tells(string environment)
    {
        var rendered = await RenderedEnvironment.OfAsync(environment);
        var asks = (await PrometheusExpressions.RulesAsync(environment)).Any(rule => ((string)rule.Rule["expr"]!).Contains("DCGM_", StringComparison.Ordinal));
        var tells = rendered.Releases.Any(release => (string?)release.Release["chart"] is { } chart && (chart.Contains("dcgm-exporter", StringComparison.Ordinal) || chart.Contains("gpu-operator", StringComparison.Ordinal)));
        // Nodes that were there before may have an exporter that nobody told us of.
        var existing = rendered.Files.Values.Any(file => file.Contains("existingNodes", StringComparison.Ordinal));

        Assert.True(!asks || tells || existing || rendered.StandsOnAnotherStack || rendered.Plan.Resources.All(resource => !resource.Type.StartsWith("aws:", StringComparison.Ordinal)), "no DCGM exporter");
    }

    // An alert on what nobody publishes never fires, and looks like peace.
    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Rules_read_what_somebody_there_publishes(string environment)
    {
        var rendered = await RenderedEnvironment.OfAsync(environment);
        var charts = rendered.Releases.Select(release => (string)release.Release["chart"]!).ToList();
        var read = (await PrometheusExpressions.RulesAsync(environment)).SelectMany(rule => PromQlWords.Series((string)rule.Rule["expr"]!)).Distinct().ToList();

        Assert.All(
            _charts.Where(exporter => !rendered.StandsOnAnotherStack && read.Any(series => series.StartsWith(exporter.Key, StringComparison.Ordinal))),
            exporter => Assert.Contains(charts, chart => chart.Contains(exporter.Value, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_environment_asks_by_every_kind_of_metric() =>
        Assert.True((await PrometheusExpressions.OfScalersAsync("examples/environments/autoscaling.yaml")).Count >= 10, "a test of no queries would be none");

    [Fact]
    public async Task Rules_are_walked() => Assert.True((await PrometheusExpressions.RulesAsync("prod")).Count >= 100, "a test of no rules would be none");

    private static async Task<IEnumerable<(string Name, string Expression)>> OfRulesAndPanelsAsync(string environment) =>
    [
        .. (await PrometheusExpressions.RulesAsync(environment)).Select(rule => ((string)(rule.Rule["alert"] ?? rule.Rule["record"])!, (string)rule.Rule["expr"]!)),
        .. await PrometheusExpressions.OfPanelsAsync(environment),
    ];

    // Grafana's variables stand for values of labels, and its window for at least four scrapes.
    private static string Filled(string expression) => Variables().Replace(expression.Replace("$__rate_interval", "2m", StringComparison.Ordinal).Replace("$__range", "1h", StringComparison.Ordinal).Replace("$__interval", "2m", StringComparison.Ordinal), "x");

    // Who publishes series that begin so: a chart that an environment may do without.
    private static readonly Dictionary<string, string> _charts = new()
    {
        ["cluster_autoscaler_"] = "cluster-autoscaler",
        ["fluentbit_"] = "fluent-bit",
        ["karpenter_"] = "karpenter",
        ["keda_"] = "keda",
        ["loki_"] = "loki",
        ["otelcol_"] = "opentelemetry-collector",
    };

    // Every metric that a class of Infra.Core declares, by the series that Prometheus keeps of it.
    private static readonly Dictionary<string, Exporter> _published = typeof(Metric).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("Infra.Core.Monitoring", StringComparison.Ordinal) == true && !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Select(field => field.GetValue(null))
            .Concat(type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Where(property => property.GetIndexParameters().Length == 0).Select(property => property.GetValue(null))))
        .SelectMany(value => value switch
        {
            Metric metric => [metric],
            IEnumerable<Metric> metrics => metrics,
            VllmMetrics vllm => vllm.All,
            _ => [],
        })
        .SelectMany(metric => metric.SeriesNames.Select(name => (name, metric.Exporter)))
        .DistinctBy(series => series.name)
        .ToDictionary(series => series.name, series => series.Exporter);

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"\$\{?[a-zA-Z_][a-zA-Z0-9_]*(:[a-z]+)?\}?")]
    private static partial Regex Variables();
}
