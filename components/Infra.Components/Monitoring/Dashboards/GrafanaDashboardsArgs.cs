using Infra.Core.Monitoring.Dashboards.Inference;
using Pulumi;

namespace Infra.Components.Monitoring.Dashboards;

/// <summary>Inputs of <see cref="GrafanaDashboards"/>.</summary>
public sealed class GrafanaDashboardsArgs : ResourceArgs
{
    /// <summary>Namespace whose ConfigMaps Grafana's sidecar reads.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Folder of Grafana that shows them. Default: Inference.</summary>
    [Input("folder")]
    public string Folder { get; init; } = DefaultFolder;

    /// <summary>Identifier of Grafana's data source that is the Prometheus which computes the rules. Default: prometheus, as the chart kube-prometheus-stack calls it.</summary>
    [Input("prometheusUid")]
    public string PrometheusUid { get; init; } = DefaultPrometheusUid;

    /// <summary>Identifier of Grafana's data source that is Loki. Default: none, and no logs are shown.</summary>
    [Input("lokiUid")]
    public string? LokiUid { get; init; }

    /// <summary>Labels by which the Prometheus operator selects rules. Default: none.</summary>
    [Input("selectorLabels")]
    public Dictionary<string, string> SelectorLabels { get; init; } = [];

    /// <summary>Pools whose nodes have the label <c>gpu-inference/pool</c>. Default: none.</summary>
    [Input("pools")]
    public List<DashboardPoolArgs> Pools { get; init; } = [];

    /// <summary>Models. Default: none.</summary>
    [Input("models")]
    public List<DashboardModelArgs> Models { get; init; } = [];

    /// <summary>Whether the DCGM exporter is scraped. Default: false.</summary>
    [Input("gpuUse")]
    public bool GpuUse { get; init; }

    /// <summary>Where and when the prices of <see cref="Pools"/> were read, such as <c>us-east-1; read 2026-07-20</c>; required with prices. Default: none.</summary>
    [Input("priceSource")]
    public string? PriceSource { get; init; }

    /// <summary>Default of <see cref="Folder"/>.</summary>
    public const string DefaultFolder = "Inference";

    /// <summary>Default of <see cref="PrometheusUid"/>.</summary>
    public const string DefaultPrometheusUid = "prometheus";

    internal DashboardScope ToScope() => new()
    {
        Gpus = Pools.Any(pool => pool.Resources.Count > 0),
        GpuUse = GpuUse,
        LanguageModels = Models.Any(model => model.LanguageModel),
        Waiting = Models.Any(model => model.Waiting),
        Running = Models.Any(model => model.Running),
        Batches = Models.Any(model => model.Batches),
        Tenants = Models.Any(model => model.Tenant is not null),
        Prices = PriceSource,
        Logs = LokiUid is not null,
    };
}
