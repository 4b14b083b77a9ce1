using Infra.Capacity.Statistics;
using Infra.LoadTesting.Results;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.LoadTesting.Reports;

/// <summary>Measurements as a document; times in microseconds.</summary>
public static class ResultJson
{
    public static void Write(IReadOnlyList<Measurement> measurements, IReadOnlyList<ObjectiveCheck> objectives, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        ArgumentNullException.ThrowIfNull(output);
        var document = new JObject
        {
            ["schemaVersion"] = 1,
            ["runs"] = new JArray(measurements.Select(Run)),
            ["objectives"] = new JArray(objectives.Select(objective => new JObject
            {
                ["run"] = objective.Label,
                ["objective"] = $"{objective.Objective}",
                ["measuredMicros"] = objective.MeasuredMicros,
                ["isMet"] = objective.IsMet,
            })),
        };
        using (var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            document.WriteTo(json);
        }
        output.WriteLine();
    }

    private static JObject Run(Measurement run)
    {
        var result = run.Result;
        return new JObject
        {
            ["label"] = run.Label,
            ["address"] = run.Address,
            ["load"] = run.Load,
            ["concurrency"] = run.Concurrency,
            ["requests"] = result.Requests,
            ["answered"] = result.Answered,
            ["failed"] = result.Failed,
            ["notSent"] = result.NotSent,
            ["unfinished"] = result.Unfinished,
            ["warmUps"] = result.WarmUps,
            ["wasStopped"] = result.WasStopped,
            ["elapsedMicros"] = result.ElapsedMicros,
            ["answersPerSecond"] = Math.Round(result.AnswersPerSecond, 3),
            ["latencyMicros"] = Figures(result.Latency),
            ["serviceMicros"] = Figures(result.Service),
            ["latenessMicros"] = Figures(result.Lateness),
            ["failures"] = new JArray(result.Failures.Select(failure => new JObject
            {
                ["kind"] = char.ToLowerInvariant($"{failure.Key.Kind}"[0]) + $"{failure.Key.Kind}"[1..],
                ["detail"] = failure.Key.Detail,
                ["requests"] = failure.Value,
            })),
            ["tokens"] = result.Tokens is { } tokens ? Tokens(result, tokens) : JValue.CreateNull(),
        };
    }

    private static JObject Tokens(LoadResult result, TokenResult tokens) => new()
    {
        ["promptTokens"] = tokens.PromptTokens,
        ["completionTokens"] = tokens.CompletionTokens,
        ["completionTokensPerSecond"] = Math.Round(result.PerSecond(tokens.CompletionTokens), 3),
        ["meanMicrosPerToken"] = tokens.MeanMicrosPerToken is { } micros ? Math.Round(micros, 3) : null,
        ["answersWithoutUsage"] = tokens.Uncounted,
        ["firstTokenMicros"] = Figures(tokens.FirstToken),
        ["betweenTokensMicros"] = Figures(tokens.BetweenTokens),
    };

    private static JToken Figures(LatencyHistogram histogram) => histogram.Count == 0
        ? JValue.CreateNull()
        : new JObject(Percentiles.Names.Zip(Percentiles.Of(histogram), (name, micros) => new JProperty(name, (long)Math.Round(micros))));
}
