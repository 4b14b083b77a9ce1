using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>The newest number of each series, coloured by thresholds.</summary>
public abstract record NumberPanel : MetricsPanel
{
    private protected NumberPanel(string type)
        : base(type)
    {
    }

    /// <summary>From which values on the number has another colour than green, lowest first. Default: always green.</summary>
    public ImmutableArray<Threshold> Thresholds { get; init; } = [];

    private protected override bool Instant => true;

    private protected override JObject Defaults()
    {
        var defaults = base.Defaults();
        defaults["color"] = new JObject { ["mode"] = "thresholds" };
        defaults["thresholds"] = Steps.Of(Thresholds);
        return defaults;
    }

    private protected static JObject Newest() => new() { ["values"] = false, ["calcs"] = new JArray("lastNotNull"), ["fields"] = "" };
}
