using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Core.Monitoring.Objectives;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Core.Tests.Serving.Autoscaling;
using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Monitoring.Objectives;

/// <summary>Cases of alerts on what models promise, each made from the alert's own limit: two in a hundred more fires, two less doesn't.</summary>
internal static partial class ObjectiveCases
{
    private const string Candidate = "namespace=\"ns\",app_kubernetes_io_instance=\"chat-candidate\"";
    private const string Stable = "namespace=\"ns\",app_kubernetes_io_instance=\"chat\"";

    /// <summary>One alert of each name and window.</summary>
    public static IReadOnlyDictionary<string, AlertRule> Alerts { get; } = new[] { ScaledModels.Chat(), ScaledModels.Reader() }
        .SelectMany(model => WatchedModels.Rules(WatchedModels.Of(model)).OfType<AlertRule>())
        .Concat(Compared().Alerts())
        .DistinctBy(Key)
        .ToDictionary(Key);

    public static AlertCase Of(AlertRule rule) => rule.Name switch
    {
        "InferenceCandidateErrors" => new(
            [Calls(Stable, "2xx", 1000), Calls(Candidate, "2xx", 989), Calls(Candidate, "5xx", 11)],
            [Calls(Stable, "2xx", 1000), Calls(Candidate, "2xx", 991), Calls(Candidate, "5xx", 9)],
            "30m"),
        "InferenceCandidateSlow" => new([.. Latency(Stable, "1.0"), .. Latency(Candidate, "2.5")], [.. Latency(Stable, "1.0"), .. Latency(Candidate, "1.5")], "30m"),
        "InferenceLatencyHigh" => new(Constant(rule, 1.02), Constant(rule, 0.98), "60m"),
        _ => new AlertCase(Constant(rule, 1.02), Constant(rule, 0.98), After(rule)) { Interval = Interval(rule) },
    };

    public static CandidateRules Compared() => new(Told("chat-candidate"), Told("chat"))
    {
        Model = "chat",
        StableName = "chat",
        Namespace = "ns",
        Labels = (WatchedModels.Of(ScaledModels.Chat()) with { Name = "chat-candidate" }).Labels,
        ErrorRatio = 0.01,
        LatencyFactor = 1.5,
        Minutes = 10,
    };

    private static RuntimeMetrics Told(string instance) => Runtimes.For(
        ServingRuntime.Vllm, ServingBackend.Plain, new RuntimeRequest { Model = "chat", Instance = instance, Devices = 1, Llm = new LlmOptions { Context = 4096, Concurrency = 1 } }).Metrics!;

    // The series that are recorded, as large as the limit says; a hundred events per second where it is a share of events.
    private static IReadOnlyList<(string Series, string Values)> Constant(AlertRule rule, double share)
    {
        var series = Recorded().Matches(rule.Expression.Text).Select(match => match.Value).Distinct().ToList();
        var limit = double.Parse(Limit().Match(rule.Expression.Text).Groups[1].Value, CultureInfo.InvariantCulture) * share;
        return series.Count == 1
            ? [(series[0], FormattableString.Invariant($"{limit}x2000"))]
            : [(series[0], FormattableString.Invariant($"{100 * limit}x2000")), (series[1], "100x2000")];
    }

    private static string Interval(AlertRule rule) => rule.Labels["window"].EndsWith('d') ? "5m" : "30s";

    private static string After(AlertRule rule) => rule.Labels["window"] switch { "1h" => "80m", "6h" => "7h", "1d" => "25h", "3d" => "73h", var window => throw new InvalidOperationException(window) };

    private static string Key(AlertRule rule) => $"{rule.Name} {rule.Labels.GetValueOrDefault("window")}".TrimEnd();

    private static (string Series, string Values) Calls(string labels, string status, int count) => ($"http_requests_total{{{labels},handler=\"/v1/completions\",status=\"{status}\"}}", $"0+{count}x100");

    // All requests take as long: none is in the bucket before.
    private static IEnumerable<(string Series, string Values)> Latency(string labels, string seconds) => new[] { ("0.5", 0), (seconds, 30), ("+Inf", 30) }
        .Select(bucket => ($"vllm:e2e_request_latency_seconds_bucket{{{labels},model_name=\"chat\",le=\"{bucket.Item1}\"}}", $"0+{bucket.Item2}x100"));

    [GeneratedRegex(@"model:[a-z0-9_]+:[a-z0-9_]+\{[^}]*\}")]
    private static partial Regex Recorded();

    [GeneratedRegex(@"> ([0-9.]+)")]
    private static partial Regex Limit();
}
