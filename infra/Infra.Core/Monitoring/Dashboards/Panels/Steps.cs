using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>Thresholds as Grafana reads them.</summary>
internal static class Steps
{
    /// <summary>The thresholds, below the first of which numbers are green.</summary>
    /// <param name="thresholds">Thresholds, lowest first.</param>
    public static JObject Of(ImmutableArray<Threshold> thresholds) => new()
    {
        ["mode"] = "absolute",
        ["steps"] = new JArray(
            thresholds.Select(one => Step(one.From, one.Color)).Prepend(Step(JValue.CreateNull(), ThresholdColor.Green))),
    };

    private static JObject Step(JToken value, ThresholdColor color) => new() { ["value"] = value, ["color"] = color.ToString().ToLowerInvariant() };
}
