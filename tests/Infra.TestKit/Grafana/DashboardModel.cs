using Infra.TestKit.Json;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Grafana;

/// <summary>Grafana's dashboard model, as far as it is written down in the folder <c>Recorded</c>: a field that Grafana doesn't know it ignores, and nobody sees why.</summary>
public static class DashboardModel
{
    /// <summary>What Grafana doesn't know of a dashboard, or misses in it; empty for a right one.</summary>
    public static IReadOnlyList<string> Problems(JObject dashboard)
    {
        ArgumentNullException.ThrowIfNull(dashboard);
        var model = YamlJson.Read(RepositoryRoot.Combine("tests/Infra.TestKit/Grafana/Recorded/dashboard.yaml"));
        return
        [
            .. SchemaCheck.Problems((JObject)model["dashboard"]!, dashboard),
            .. dashboard.SelectTokens("panels[*]").OfType<JObject>().SelectMany(panel => OfPanel(model, panel)),
        ];
    }

    private static IEnumerable<string> OfPanel(JObject model, JObject panel)
    {
        var (kind, path) = ((string)panel["type"]!, $"'{panel["title"]}'");
        if (kind == "row")
        {
            return SchemaCheck.Problems((JObject)model["row"]!, panel, path);
        }

        var custom = panel.SelectToken("fieldConfig.defaults.custom") ?? new JObject();
        return
        [
            .. SchemaCheck.Problems((JObject)model["panel"]!, panel, path),
            .. SchemaCheck.Problems((JObject)(model[kind]?["options"] ?? new JObject()), panel["options"] ?? new JObject(), $"{path}.options"),
            .. SchemaCheck.Problems((JObject)(model[kind]?["custom"] ?? new JObject { ["maxProperties"] = 0 }), custom, $"{path}.custom"),
        ];
    }
}
