using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>
/// A row for each value of its keys, with the newest numbers. Each number is added up by the keys, so that no other label is left and Grafana can put the columns of
/// several queries side by side.
/// </summary>
public sealed record TablePanel() : Panel("table")
{
    /// <summary>What rows are told apart by.</summary>
    public required ImmutableArray<TableKey> Keys { get; init; }

    /// <summary>The numbers, from left to right; at least two: with one, Grafana would name it otherwise.</summary>
    public required ImmutableArray<TableColumn> Columns { get; init; }

    /// <inheritdoc/>
    public override int Height => 9;

    /// <inheritdoc/>
    public override ImmutableArray<PanelQuery> Queries =>
        [.. Columns.Select(column => new PanelQuery(column.PromQl.Sum(Keys.Select(key => key.Label)), column.Header))];

    /// <inheritdoc/>
    public override ImmutableArray<Unit> Units => [.. Columns.Select(column => column.Unit)];

    private protected override IEnumerable<JObject> Targets(DataSources sources) => Queries.Select((query, i) => Target.Of(sources, i, query, instant: true, table: true));

    private protected override IEnumerable<JObject> Transformations() =>
    [
        new() { ["id"] = "merge", ["options"] = new JObject() },
        new()
        {
            ["id"] = "organize",
            ["options"] = new JObject
            {
                ["excludeByName"] = new JObject { ["Time"] = true },
                ["indexByName"] = new JObject(Names().Select((name, i) => new JProperty(name.Field, i))),
                ["renameByName"] = new JObject(Names().Select(name => new JProperty(name.Field, name.Header))),
            },
        },
    ];

    private protected override JObject Defaults() => new() { ["custom"] = new JObject { ["align"] = "auto", ["filterable"] = true, ["inspect"] = false } };

    private protected override IEnumerable<JObject> Overrides() =>
    [
        .. Keys.Where(key => key.LinkTo is not null).Select(key => Override(key.Header, "links", new JArray(new JObject
        {
            ["title"] = key.Header,
            ["url"] = $"/d/{key.LinkTo}?${{__url_time_range}}&var-{key.Label}=${{__value.raw}}",
        }))),
        .. Columns.Select(column => Override(column.Header, "unit", column.Unit.Id)),
    ];

    private protected override JObject Options() => new() { ["frameIndex"] = 0, ["showHeader"] = true, ["cellHeight"] = "sm" };

    // Fields of tables as Grafana's Prometheus data source names them where there are several queries: the labels, and "Value #A" of query A.
    private IEnumerable<(string Field, string Header)> Names() =>
        Keys.Select(key => (key.Label, key.Header)).Concat(Columns.Select((column, i) => ($"Value #{Target.Reference(i)}", column.Header)));

    private static JObject Override(string field, string property, JToken value) => new()
    {
        ["matcher"] = new JObject { ["id"] = "byName", ["options"] = field },
        ["properties"] = new JArray(new JObject { ["id"] = property, ["value"] = value }),
    };
}
