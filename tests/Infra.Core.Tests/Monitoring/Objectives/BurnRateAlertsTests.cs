using Infra.Core.Monitoring.Objectives;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Tests.Serving.Autoscaling;
using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Monitoring.Objectives;

/// <summary>When a budget is spent too fast: from what the runtime tells, over what is recorded, to the alert.</summary>
public sealed class BurnRateAlertsTests
{
    private const string Calls = "http_requests_total{namespace=\"ns\",app_kubernetes_io_instance=\"chat\",handler=\"/v1/completions\",status=\"";
    private const string Latency = "vllm:e2e_request_latency_seconds_";

    [Fact]
    public void Each_rate_has_a_long_window_and_a_short_one_of_a_twelfth() => Assert.Equal(
        ["14.4 1h 5m P0", "6 6h 30m P1", "3 1d 2h P2", "1 3d 6h P2"],
        BurnRate.All.Select(rate => FormattableString.Invariant($"{rate.Factor} {rate.Long} {rate.Short} {rate.Severity}")));

    [Fact]
    public void The_fastest_asks_for_both_windows_and_a_few_events() => Assert.Equal(
        """avg_over_time(model:failed_requests:rate5m{model="chat",namespace="ns"}[1h]) / avg_over_time(model:requests:rate5m{model="chat",namespace="ns"}[1h]) > 0.144"""
        + """ and model:failed_requests:rate5m{model="chat",namespace="ns"} / model:requests:rate5m{model="chat",namespace="ns"} > 0.144"""
        + """ and sum_over_time(model:failed_requests:rate5m{model="chat",namespace="ns"}[1h]) * 30 >= 5""",
        Alert("InferenceFailing", Severity.P0).Expression.Text);

    [Fact]
    public void A_rate_at_which_more_than_everything_would_fail_has_no_alert()
    {
        var model = WatchedModels.Of(ScaledModels.Chat());

        Assert.Equal(
            [Severity.P1, Severity.P2, Severity.P2],
            WatchedModels.Rules(model with { Objectives = model.Objectives with { ErrorRatio = 0.1 } }).OfType<AlertRule>().Where(alert => alert.Name == "InferenceFailing").Select(alert => alert.Severity));
    }

    [Fact]
    public void A_pod_is_given_the_time_of_its_start() => Assert.Equal(TimeSpan.FromMinutes(5), Alert("InferenceUnavailable", Severity.P0).For);

    // Of 1000 requests in half a minute, for longer than the window.
    [SkippableFact]
    public async Task Failures_of_a_seventh_wake_somebody() =>
        await CheckAsync(Alert("InferenceFailing", Severity.P0), new AlertCase(Requests(852, 148), Requests(860, 140), "70m"));

    [SkippableFact]
    public async Task What_is_over_tells_nobody() => await CheckAsync(
        Alert("InferenceFailing", Severity.P0),
        new AlertCase(
            Requests(500, 500),
            // All of them failed for 40 minutes, and none for the last 20.
            [($"{Calls}2xx\"}}", "0x80 0+1000x60"), ($"{Calls}5xx\"}}", "0+1000x80 80000x60")],
            "60m"));

    // Three in an hour: all of them fail in vain, since one would be too many already.
    [SkippableFact]
    public async Task A_few_failures_of_a_few_requests_are_no_reason() => await CheckAsync(
        Alert("InferenceFailing", Severity.P0),
        new AlertCase([($"{Calls}5xx\"}}", "0+1x180")], [($"{Calls}5xx\"}}", "0x60 1x10 2x10 3x10 4+0x100")], "64m"));

    [SkippableFact]
    public async Task Slow_requests_are_those_beyond_the_bound_of_the_objective() => await CheckAsync(
        Alert("InferenceSlow", Severity.P0), new AlertCase(Buckets("1.0", within: 260), Buckets("1.0", within: 300), "70m"));

    [SkippableFact]
    public async Task Without_pods_a_model_is_unavailable_and_without_kube_state_metrics_nobody_knows() => await CheckAsync(
        Alert("InferenceUnavailable", Severity.P0), new AlertCase(
            [Ready("chat-5d9-x7k2m", "1x10 _x200"), ("kube_namespace_created{namespace=\"ns\"}", "1x200")],
            [Ready("chat-5d9-x7k2m", "1x10 _x200"), ("kube_namespace_created{namespace=\"other\"}", "1x200")],
            "70m"));

    // Half an hour of images and weights would cost the budget of days.
    [SkippableFact]
    public async Task A_model_that_was_never_ready_breaks_no_promise() => await CheckAsync(
        Alert("InferenceUnavailable", Severity.P1),
        new AlertCase(
            [Ready("chat-5d9-x7k2m", "1x10 0x60 1x20")],
            [Ready("chat-5d9-x7k2m", "0x60 1x40"), Ready("chat-5d9-aaaaa", "0x60 1x40")],
            "40m"));

    // 15 % of a request every 25 seconds: three in ten minutes, seven in twenty. Of the hour before there is nothing: a model that slept, or is new.
    [SkippableFact]
    public async Task A_model_that_has_been_there_for_minutes_isn_t_counted_as_if_for_the_whole_window()
    {
        var rule = WatchedModels.Written(Alert("InferenceFailing", Severity.P0));
        static IReadOnlyList<(string, string)> Awake(int from) =>
            [("model:failed_requests:rate5m{model=\"chat\",namespace=\"ns\"}", $"_x{from} 0.006x200"), ("model:requests:rate5m{model=\"chat\",namespace=\"ns\"}", $"_x{from} 0.04x200")];

        Assert.Equal("", await PromTool.TestAlertAsync([rule], rule, new AlertCase(Awake(from: 80), Awake(from: 100), "60m")));
    }

    [SkippableFact]
    public async Task One_of_two_pods_is_half_and_another_model_s_none() => await CheckAsync(
        Alert("InferenceUnavailable", Severity.P0), new AlertCase([Ready("chat-5d9-x7k2m"), Ready("chat-eu-5d9-x7k2m")], [Ready("chat-5d9-x7k2m"), Ready("chat-5d9-aaaaa")], "70m"));

    private static AlertRule Alert(string name, Severity severity) =>
        WatchedModels.Rules(WatchedModels.Of(ScaledModels.Chat())).OfType<AlertRule>().First(alert => alert.Name == name && alert.Severity == severity);

    private static IReadOnlyList<(string Series, string Values)> Requests(int good, int failed) => [($"{Calls}2xx\"}}", $"0+{good}x200"), ($"{Calls}5xx\"}}", $"0+{failed}x200")];

    // Prometheus 3 writes the bound of 2 s as 2.0, and so does vLLM.
    private static IReadOnlyList<(string Series, string Values)> Buckets(string lower, int within) =>
    [
        ($"{Latency}bucket{{namespace=\"ns\",model_name=\"chat\",le=\"{lower}\"}}", "0x200"),
        ($"{Latency}bucket{{namespace=\"ns\",model_name=\"chat\",le=\"2.0\"}}", $"0+{within}x200"),
        ($"{Latency}bucket{{namespace=\"ns\",model_name=\"chat\",le=\"+Inf\"}}", "0+1000x200"),
        ($"{Latency}count{{namespace=\"ns\",model_name=\"chat\"}}", "0+1000x200"),
    ];

    private static (string Series, string Values) Ready(string pod, string values = "1x200") => ($"kube_pod_status_ready{{namespace=\"ns\",pod=\"{pod}\",condition=\"true\"}}", values);

    private static async Task CheckAsync(AlertRule alert, AlertCase tested) => Assert.Equal(
        "", await PromTool.TestAlertAsync([.. WatchedModels.Written(WatchedModels.Rules(WatchedModels.Of(ScaledModels.Chat())).OfType<RecordingRule>()), WatchedModels.Written(alert)], WatchedModels.Written(alert), tested));
}
