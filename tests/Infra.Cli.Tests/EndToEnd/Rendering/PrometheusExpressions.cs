using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>Whatever Prometheus is asked by what an environment renders: rules, autoscalers, dashboards.</summary>
internal static class PrometheusExpressions
{
    /// <summary>Rules, each with the object that it stands in.</summary>
    public static async Task<IReadOnlyList<(JObject Object, JObject Rule)>> RulesAsync(string environment) =>
    [
        .. (await RenderedEnvironment.OfAsync(environment)).Objects.Select(file => file.Object)
            .Where(found => (string?)found["kind"] == "PrometheusRule")
            .SelectMany(found => found.SelectTokens("spec.groups[*].rules[*]").Select(rule => (found, (JObject)rule))),
    ];

    /// <summary>Queries of autoscalers.</summary>
    public static async Task<IReadOnlyList<(string Name, string Expression)>> OfScalersAsync(string environment) =>
    [
        .. (await RenderedEnvironment.OfAsync(environment)).Objects.Select(file => file.Object)
            .Where(found => (string?)found["kind"] is "ScaledObject" or "ScaledJob")
            .SelectMany(scaler => scaler.SelectTokens("spec.triggers[?(@.type == 'prometheus')].metadata.query").Select(query => ((string)scaler.SelectToken("metadata.name")!, (string)query!))),
    ];

    /// <summary>Queries of dashboards.</summary>
    public static async Task<IReadOnlyList<(string Name, string Expression)>> OfPanelsAsync(string environment) =>
    [
        .. (await RenderedEnvironment.OfAsync(environment)).Objects.Select(file => file.Object)
            .Where(found => (string?)found["kind"] == "ConfigMap" && found.SelectToken("metadata.labels.grafana_dashboard") is not null)
            .SelectMany(map => ((JObject)map["data"]!).Properties())
            .SelectMany(file => JObject.Parse((string)file.Value!).SelectTokens("$..targets[?(@.datasource.type == 'prometheus')].expr").Select(expression => (file.Name, (string)expression!))),
    ];

    /// <summary>All of them.</summary>
    public static async Task<IReadOnlyList<(string Name, string Expression)>> AllAsync(string environment) =>
    [
        .. (await RulesAsync(environment)).Select(rule => ((string)(rule.Rule["alert"] ?? rule.Rule["record"])!, (string)rule.Rule["expr"]!)),
        .. await OfScalersAsync(environment),
        .. await OfPanelsAsync(environment),
    ];
}
