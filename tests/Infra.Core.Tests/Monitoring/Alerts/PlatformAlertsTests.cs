using Infra.Core.Monitoring.Alerts;
using Infra.Core.Monitoring.Rules;
using Infra.TestKit.Prometheus;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Alerts;

public sealed class PlatformAlertsTests
{
    private static readonly Dictionary<string, AlertCase> _cases = new[] { GpuAlertCases.All, ModelAlertCases.All, PlatformAlertCases.All }.SelectMany(cases => cases).ToDictionary();

    public static TheoryData<string> Alerts => [.. AlertSamples.All.Select(rule => rule.Name)];

    public static TheoryData<string> AlertsOnPieces => [.. GpuAlertCases.OfPieces.Keys];

    [SkippableTheory]
    [MemberData(nameof(Alerts))]
    public async Task An_alert_fires_when_it_should_and_not_when_it_nearly_should(string name) =>
        Assert.Equal("", await FiringAsync(AlertSamples.All.Single(rule => rule.Name == name), _cases[name]));

    [SkippableTheory]
    [MemberData(nameof(AlertsOnPieces))]
    public async Task Of_pieces_of_GPUs_their_engines_tell(string name) =>
        Assert.Equal("", await FiringAsync(AlertSamples.RulesOf(AlertSamples.Cut).Single(rule => rule.Name == name), GpuAlertCases.OfPieces[name]));

    [Fact]
    public void No_case_is_of_an_alert_that_is_gone() =>
        Assert.Equal(AlertSamples.All.Select(rule => rule.Name).Order(StringComparer.Ordinal), _cases.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Alerts_of_models_say_whose_they_are() => Assert.All(
        AlertSamples.RulesOf(AlertSamples.Model), rule => Assert.Equal(["model: vision", "namespace: models", "tenant: acme"], rule.Labels.Select(label => $"{label.Key}: {label.Value}")));

    [Fact]
    public void An_alert_on_what_nobody_tells_is_not_there()
    {
        var platform = AlertSamples.Platform with { Sources = new AlertSources(), Backup = null };

        Assert.Empty(AlertFamily.Of(platform));
        Assert.Equal(["nodes", "jobs", "storage"], AlertFamily.Of(platform with { Sources = new AlertSources { KubeState = true } }).Select(family => family.Name));
        Assert.Equal(["gpu-health"], AlertFamily.Of(platform with { Sources = new AlertSources { Gpus = true } }).Select(family => family.Name));
        Assert.Equal(["LokiFailing", "LokiCannotStore", "LokiRefusesLines"], AlertSamples.RulesOf(platform with { Sources = new AlertSources { Loki = true } }).Select(rule => rule.Name));
    }

    // The schedule of the file says how old a backup may be, not we.
    [Fact]
    public void A_weekly_backup_may_be_a_week_old()
    {
        var rules = AlertSamples.RulesOf(AlertSamples.Platform with { Backup = new AlertedBackup("velero", "scheduled", 168, null) }).ToDictionary(rule => rule.Name);

        Assert.Equal("time() - max by (schedule) (velero_backup_last_successful_timestamp{schedule=\"scheduled\"}) > 626400", rules["ClusterBackupTooOld"].Expression.Text);
        Assert.Equal(TimeSpan.FromHours(174), rules["ClusterBackupMissing"].For);
        Assert.DoesNotContain("RestoreTestFailed", rules.Keys);
    }

    [Fact]
    public void A_server_that_takes_all_GPU_memory_is_always_full_and_says_nothing()
    {
        Assert.Contains("ModelGpuMemoryFull", Names(AlertSamples.Model));
        Assert.DoesNotContain("ModelGpuMemoryFull", Names(AlertSamples.Model with { GrowsInGpuMemory = false }));
        Assert.DoesNotContain("ModelGpuMemoryFull", Names(AlertSamples.Model with { SharesGpus = true }));
    }

    [Fact]
    public void A_fixed_number_of_pods_is_never_above_its_minimum() => Assert.DoesNotContain("ModelGpuIdle", Names(AlertSamples.Model with { LeastPods = null }));

    [Fact]
    public void Nodes_that_were_paid_in_advance_may_stay()
    {
        var platform = AlertSamples.Platform with { Pools = [AlertSamples.Pool with { GivesNodesBack = false }] };

        Assert.DoesNotContain("GpuNodeUnused", AlertSamples.RulesOf(platform).Select(rule => rule.Name));
    }

    [Fact]
    public void An_idle_GPU_says_what_its_node_costs()
    {
        string Idle(AlertedPool pool) => AlertSamples.RulesOf(AlertSamples.Platform with { Pools = [pool] }).Single(rule => rule.Name == "GpuIdle").Description;

        Assert.Equal(
            "GPU {{ $labels.gpu }} of {{ $labels.node }} was used {{ $value | humanize }} % at most in each half hour of the last 24; below 5 % is idle. A node costs $3.912 per hour. "
                + "Let the model sleep, give it fewer pods, or remove it.",
            Idle(AlertSamples.Pool));
        Assert.DoesNotContain("costs", Idle(AlertSamples.Pool with { Price = null }));
    }

    [SkippableFact]
    public async Task Prometheus_reads_every_template() =>
        Assert.Equal("", await PromTool.CheckRulesAsync(new JArray(new JObject { ["name"] = "all", ["rules"] = new JArray(AlertSamples.All.Select(AlertSamples.Json)) })));

    private static IEnumerable<string> Names(AlertedModel model) => AlertSamples.RulesOf(model).Select(rule => rule.Name);

    private static Task<string> FiringAsync(AlertRule rule, AlertCase tested)
    {
        var json = AlertSamples.Json(rule);
        return PromTool.TestAlertAsync([json], json, Scraped.Case(tested));
    }
}
