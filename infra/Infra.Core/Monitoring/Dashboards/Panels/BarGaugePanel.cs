using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>A bar for each series: who has most.</summary>
public sealed record BarGaugePanel() : NumberPanel("bargauge")
{
    /// <inheritdoc/>
    public override int Height => 8;

    private protected override JObject Options() => new()
    {
        ["reduceOptions"] = Newest(),
        ["displayMode"] = "basic",
        ["valueMode"] = "color",
        ["namePlacement"] = "auto",
        ["orientation"] = "horizontal",
        ["showUnfilled"] = true,
        ["sizing"] = "auto",
        ["minVizWidth"] = 8,
        ["minVizHeight"] = 16,
        ["maxVizHeight"] = 300,
        ["legend"] = new JObject { ["displayMode"] = "list", ["placement"] = "bottom", ["showLegend"] = false, ["calcs"] = new JArray() },
    };
}
