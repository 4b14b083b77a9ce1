using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>Lines of logs, newest first.</summary>
/// <param name="LogQl">What Loki is asked for.</param>
public sealed record LogsPanel(string LogQl) : Panel("logs")
{
    private const int MostLines = 200;

    /// <inheritdoc/>
    public override int Height => 10;

    /// <inheritdoc/>
    public override ImmutableArray<PanelQuery> Queries => [];

    /// <inheritdoc/>
    public override ImmutableArray<Unit> Units => [];

    private protected override JObject Source(DataSources sources) => sources.OfLogs();

    private protected override IEnumerable<JObject> Targets(DataSources sources) =>
        [new() { ["refId"] = Target.Reference(0), ["datasource"] = sources.OfLogs(), ["expr"] = LogQl, ["queryType"] = "range", ["maxLines"] = MostLines }];

    private protected override JObject Defaults() => [];

    private protected override JObject Options() => new()
    {
        ["showTime"] = true,
        ["showLabels"] = false,
        ["showCommonLabels"] = false,
        ["showLogContextToggle"] = false,
        ["wrapLogMessage"] = true,
        ["prettifyLogMessage"] = false,
        ["enableLogDetails"] = true,
        ["sortOrder"] = "Descending",
        ["dedupStrategy"] = "none",
    };
}
