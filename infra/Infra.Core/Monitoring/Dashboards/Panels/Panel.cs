using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>A panel: what it shows, and what a reader has to know to read it right.</summary>
public abstract record Panel
{
    private protected Panel(string type) => Type = type;

    /// <summary>Title; unique on the dashboard.</summary>
    public required string Title { get; init; }

    /// <summary>What the numbers are, where they come from, and what is good or bad.</summary>
    public required string Description { get; init; }

    /// <summary>Width.</summary>
    public required PanelWidth Width { get; init; }

    /// <summary>Height in cells; a panel is as high as the highest of its line.</summary>
    public abstract int Height { get; }

    /// <summary>Grafana's name of the kind of panel.</summary>
    public string Type { get; }

    /// <summary>What it asks Prometheus for, in order; none for what asks something else.</summary>
    public abstract ImmutableArray<PanelQuery> Queries { get; }

    /// <summary>Units of its numbers, in the order of the queries where they differ.</summary>
    public abstract ImmutableArray<Unit> Units { get; }

    internal JObject ToJson(GridPlace place, DataSources sources) => new()
    {
        ["type"] = Type,
        ["id"] = PanelId.Of(Title),
        ["title"] = Title,
        ["description"] = Description,
        ["datasource"] = Source(sources),
        ["gridPos"] = place.ToJson(),
        ["targets"] = new JArray(Targets(sources)),
        ["transformations"] = new JArray(Transformations()),
        ["fieldConfig"] = new JObject { ["defaults"] = Defaults(), ["overrides"] = new JArray(Overrides()) },
        ["options"] = Options(),
    };

    private protected virtual JObject Source(DataSources sources) => sources.OfMetrics();

    private protected abstract IEnumerable<JObject> Targets(DataSources sources);

    private protected abstract JObject Options();

    private protected abstract JObject Defaults();

    private protected virtual IEnumerable<JObject> Overrides() => [];

    private protected virtual IEnumerable<JObject> Transformations() => [];
}
