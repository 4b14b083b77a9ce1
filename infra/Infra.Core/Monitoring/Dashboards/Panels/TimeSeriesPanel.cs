using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>Lines over time.</summary>
public sealed record TimeSeriesPanel() : MetricsPanel("timeseries")
{
    /// <summary>Whether the series add up to something, and are shown on top of each other. Default: no.</summary>
    public bool Stacked { get; init; }

    /// <inheritdoc/>
    public override int Height => 8;

    private protected override bool Instant => false;

    private protected override JObject Defaults()
    {
        var defaults = base.Defaults();
        defaults["color"] = new JObject { ["mode"] = "palette-classic" };
        defaults["custom"] = new JObject
        {
            ["drawStyle"] = "line",
            ["fillOpacity"] = Stacked ? 40 : 10,
            ["lineWidth"] = 1,
            ["showPoints"] = "never",
            ["stacking"] = new JObject { ["mode"] = Stacked ? "normal" : "none", ["group"] = "A" },
        };
        return defaults;
    }

    private protected override JObject Options() => new()
    {
        ["legend"] = new JObject { ["displayMode"] = "table", ["placement"] = "bottom", ["showLegend"] = true, ["calcs"] = new JArray("lastNotNull", "max") },
        ["tooltip"] = new JObject { ["mode"] = "multi", ["sort"] = "desc" },
    };
}
