using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>A panel of numbers of one unit.</summary>
public abstract record MetricsPanel : Panel
{
    private protected MetricsPanel(string type)
        : base(type)
    {
    }

    /// <summary>What the numbers are.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What is asked for, in the order of the legend.</summary>
    public required ImmutableArray<PanelQuery> Of { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<PanelQuery> Queries => Of;

    /// <inheritdoc/>
    public override ImmutableArray<Unit> Units => [Unit];

    /// <summary>Whether only the newest value is asked for.</summary>
    private protected abstract bool Instant { get; }

    private protected override IEnumerable<JObject> Targets(DataSources sources) => Of.Select((query, i) => Target.Of(sources, i, query, Instant, table: false));

    // Nothing that is measured here is less than 0; without it, a flat line would fill the panel.
    private protected override JObject Defaults() => new() { ["unit"] = Unit.Id, ["min"] = 0 };
}
