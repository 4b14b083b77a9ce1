using System.Collections.Immutable;
using Infra.Capacity.Rendering;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Capacity.Recommendation;

/// <summary>A recommendation as JSON; <c>docs/capacity.md</c> names its keys. Times are in microseconds, money in US dollars.</summary>
public static class RecommendationJson
{
    private const int SchemaVersion = 1;

    /// <summary>Writes the document.</summary>
    /// <param name="recommendation">The recommendation.</param>
    /// <param name="file">Name of the file that changes.</param>
    /// <param name="changes">Its lines that change, each with <c>- </c> or <c>+ </c> before it.</param>
    /// <param name="writer">Where it goes.</param>
    public static void Write(Recommendation recommendation, string file, IEnumerable<string> changes, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        ArgumentNullException.ThrowIfNull(writer);
        var (now, chosen) = (recommendation.Now, recommendation.Chosen);
        var document = new JObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["environment"] = now.Run.Platform.Environment,
            ["model"] = recommendation.Model,
            ["goal"] = new JObject { ["percent"] = recommendation.Goal.Percent, ["micros"] = recommendation.Goal.Micros },
            ["traffic"] = now.Run.Traffic.What,
            ["seed"] = now.Run.Result.Seed,
            ["mostSimulations"] = SearchStage.MostSimulations + 1,
            ["now"] = One(recommendation, now),
            ["chosen"] = chosen is null ? JValue.CreateNull() : One(recommendation, chosen),
            ["front"] = new JArray(recommendation.Front.Select(one => One(recommendation, one))),
            ["tried"] = new JArray(recommendation.Outcome.Tried.Select(one => One(recommendation, one))),
            ["refused"] = new JArray(recommendation.Outcome.Refused.Select(one => Refused(one))),
            ["notes"] = new JArray(RecommendationNotes.Of(recommendation)),
            ["assumptions"] = new JArray((chosen ?? now).Run.Assumptions),
            ["change"] = new JObject { ["file"] = file, ["lines"] = new JArray(changes) },
        };
        using (var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            document.WriteTo(json);
        }

        writer.WriteLine();
    }

    private static JObject One(Recommendation recommendation, TriedSetting one)
    {
        var latency = one.Model.Result.Latency;
        return new JObject
        {
            ["instanceType"] = one.Setting.InstanceType,
            ["nodes"] = SettingWords.Purchase(one),
            ["replicas"] = new JObject { ["min"] = one.Setting.Min, ["max"] = one.Setting.Max, ["mean"] = Math.Round(one.Model.Replicas.Mean, 6) },
            ["gpus"] = SettingWords.Share(recommendation, one),
            ["targets"] = Targets(recommendation.Space.Targets, one.Setting.Target),
            ["estimate"] = one.Model.IsEstimate,
            ["latencyMicros"] = latency.Count == 0 ? null : latency.Percentile(recommendation.Goal.Percent),
            ["inTime"] = one.Share,
            ["meetsGoal"] = one.Meets(recommendation.Goal),
            ["answered"] = one.Model.Result.Requests.Availability,
            ["usdPerHour"] = one.UsdPerHour is { } usd ? Math.Round(usd, 6) : null,
            ["usdIsEstimate"] = one.IsCostEstimate,
            ["harms"] = new JArray(one.Harmed),
        };
    }

    private static JObject Targets(ImmutableArray<ScalerTarget> present, ScalerTarget? other)
    {
        var targets = new JObject();
        foreach (var target in present)
        {
            targets[target.Key] = (other?.Metric == target.Metric ? other : target).Value;
        }

        return targets;
    }

    private static JObject Refused(RefusedSetting one) => new()
    {
        ["instanceType"] = one.Setting.InstanceType,
        ["nodes"] = Name($"{one.Setting.Purchase.Kind}"),
        ["replicas"] = new JObject { ["min"] = one.Setting.Min, ["max"] = one.Setting.Max },
        ["gpus"] = one.Setting.Share?.Words,
        ["why"] = one.Why,
    };

    private static string Name(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
