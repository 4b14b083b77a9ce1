using Newtonsoft.Json.Linq;
using Xunit;

namespace Infra.TestKit.Prometheus;

/// <summary>
/// The real <c>promtool</c> judges rules and expressions; tests are skipped where it isn't installed. Debian's is 2.42, and production is Prometheus 3: what
/// both understand is what may be written. A document of JSON is one of YAML.
/// </summary>
public static class PromTool
{
    internal const string Program = "promtool";

    /// <summary>What is wrong with the groups of a <c>PrometheusRule</c>; empty if nothing is.</summary>
    /// <param name="groups">The groups.</param>
    public static async Task<string> CheckRulesAsync(JToken groups)
    {
        Require();
        using var folder = new TemporaryFolder();
        var file = folder.Write("rules.json", new JObject { ["groups"] = groups }.ToString());
        var result = await ProcessRunner.RunAsync(Program, ["check", "rules", file], folder.Path);
        return result.ExitCode == 0 ? "" : $"{result.Output}{result.Error}";
    }

    /// <summary>What is wrong with expressions; empty if nothing is.</summary>
    /// <param name="expressions">The expressions, by a name for messages.</param>
    public static Task<string> CheckAsync(IEnumerable<(string Name, string Expression)> expressions) => CheckRulesAsync(new JArray(expressions.GroupBy(one => one.Name).Select(group => new JObject
    {
        ["name"] = group.Key,
        ["rules"] = new JArray(group.Select((one, i) => new JObject { ["record"] = $"tested:expression:{i}", ["expr"] = one.Expression })),
    })));

    /// <summary>What expressions come to, by series: a failure says what came instead.</summary>
    /// <param name="series">Series, each with its values, one every 30 seconds, in promtool's notation.</param>
    /// <param name="at">When they are asked for, such as <c>5m</c>.</param>
    /// <param name="expected">Value by expression; null for no answer.</param>
    public static async Task<string> EvaluateAsync(IEnumerable<(string Series, string Values)> series, string at, IEnumerable<(string Expression, double? Value)> expected)
    {
        Require();
        using var folder = new TemporaryFolder();
        folder.Write("none.json", new JObject { ["groups"] = new JArray() }.ToString());
        var file = folder.Write("test.json", new JObject
        {
            ["rule_files"] = new JArray("none.json"),
            ["evaluation_interval"] = "30s",
            ["tests"] = new JArray(new JObject
            {
                ["interval"] = "30s",
                ["input_series"] = new JArray(series.Select(one => new JObject { ["series"] = one.Series, ["values"] = one.Values })),
                ["promql_expr_test"] = new JArray(expected.Select(one => new JObject
                {
                    ["expr"] = one.Expression,
                    ["eval_time"] = at,
                    ["exp_samples"] = one.Value is { } value ? new JArray(new JObject { ["labels"] = "{}", ["value"] = value }) : new JArray(),
                })),
            }),
        }.ToString());
        var result = await ProcessRunner.RunAsync(Program, ["test", "rules", file], folder.Path);
        return result.ExitCode == 0 ? "" : $"{result.Output}{result.Error}";
    }

    /// <summary>What is wrong with an alert that doesn't fire exactly where its case says so; empty if nothing is.</summary>
    /// <param name="rules">The alert, after the rules that record what it reads, where the case doesn't bring that itself.</param>
    /// <param name="alert">The alert's rule; its own labels, but templates, tell it from others of its name.</param>
    /// <param name="tested">The case.</param>
    public static async Task<string> TestAlertAsync(IEnumerable<JToken> rules, JToken alert, AlertCase tested)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(tested);
        Require();
        using var folder = new TemporaryFolder();
        folder.Write("rules.json", new JObject { ["groups"] = new JArray(new JObject { ["name"] = "tested", ["rules"] = new JArray(rules) }) }.ToString());
        var labels = (alert["labels"] as JObject)?.Properties().Where(label => !((string)label.Value!).Contains("{{", StringComparison.Ordinal)).Select(label => $",{label.Name}=\"{label.Value}\"") ?? [];
        var firing = $"count(ALERTS{{alertname=\"{alert["alert"]}\",alertstate=\"firing\"{string.Concat(labels)}}})";
        JObject Test(string name, IEnumerable<(string Series, string Values)> series, bool fires) => new()
        {
            ["name"] = $"{alert["alert"]} {name}",
            ["interval"] = tested.Interval,
            ["input_series"] = new JArray(series.Select(one => new JObject { ["series"] = one.Series, ["values"] = one.Values })),
            ["promql_expr_test"] = new JArray(new JObject
            {
                ["expr"] = $"{firing} > bool 0",
                ["eval_time"] = tested.At,
                ["exp_samples"] = fires ? new JArray(new JObject { ["labels"] = "{}", ["value"] = 1 }) : new JArray(),
            }),
        };
        var file = folder.Write("test.json", new JObject
        {
            ["rule_files"] = new JArray("rules.json"),
            ["evaluation_interval"] = tested.Interval,
            ["tests"] = new JArray(Test("fires", tested.Fires, fires: true), Test("nearly fires", tested.NearlyFires, fires: false)),
        }.ToString());
        var result = await ProcessRunner.RunAsync(Program, ["test", "rules", file], folder.Path);
        return result.ExitCode == 0 ? "" : $"{result.Output}{result.Error}";
    }

    internal static void Require() =>
        Skip.IfNot((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Program))), "needs promtool (Debian: prometheus)");
}
