using Infra.Core.Monitoring.Rules;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Rules;

/// <summary>Recording rules as Prometheus reads them.</summary>
internal static class RuleGroups
{
    public static JArray Json(params RuleGroup[] groups) => [.. groups.Select(group => new JObject
    {
        ["name"] = group.Name,
        ["rules"] = new JArray(group.Rules.Cast<RecordingRule>().Select(rule => new JObject
        {
            ["record"] = rule.Series.Name,
            ["expr"] = rule.Expression.Text,
            ["labels"] = JObject.FromObject(rule.Labels),
        })),
    })];
}
