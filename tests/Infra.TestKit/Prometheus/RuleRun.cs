using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Prometheus;

/// <summary>Recording rules at work: the real <c>promtool</c> computes them from given series.</summary>
public static class RuleRun
{
    /// <summary>What expressions over recorded series come to; empty if it is what was expected, else what came instead.</summary>
    /// <param name="groups">The groups of rules.</param>
    /// <param name="series">Series, each with its values, one every 30 seconds, in promtool's notation.</param>
    /// <param name="at">When they are asked for, such as <c>5m</c>.</param>
    /// <param name="expected">Expressions, each with all series that it yields: labels in promtool's notation, with the name, and the value.</param>
    public static async Task<string> EvaluateAsync(
        JToken groups, IEnumerable<(string Series, string Values)> series, string at, IEnumerable<(string Expression, (string Labels, double Value)[] Samples)> expected)
    {
        PromTool.Require();
        using var folder = new TemporaryFolder();
        folder.Write("rules.json", new JObject { ["groups"] = groups }.ToString());
        var file = folder.Write("test.json", new JObject
        {
            ["rule_files"] = new JArray("rules.json"),
            ["evaluation_interval"] = "30s",
            ["tests"] = new JArray(new JObject
            {
                ["interval"] = "30s",
                ["input_series"] = new JArray(series.Select(one => new JObject { ["series"] = one.Series, ["values"] = one.Values })),
                ["promql_expr_test"] = new JArray(expected.Select(one => new JObject
                {
                    ["expr"] = one.Expression,
                    ["eval_time"] = at,
                    ["exp_samples"] = new JArray(one.Samples.Select(sample => new JObject { ["labels"] = sample.Labels, ["value"] = sample.Value })),
                })),
            }),
        }.ToString());
        var result = await ProcessRunner.RunAsync(PromTool.Program, ["test", "rules", file], folder.Path);
        return result.ExitCode == 0 ? "" : $"{result.Output}{result.Error}";
    }
}
