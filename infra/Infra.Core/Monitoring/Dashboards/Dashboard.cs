using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Core.Monitoring.Dashboards.Panels;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards;

/// <summary>
/// A dashboard of Grafana 13.2 (grafana chart 12.11.1), in the model that its API calls v1. Field names and values are those of
/// github.com/grafana/grafana-foundation-sdk, jsonschema/ (f178d5a42, 2026-06-02).
/// </summary>
public sealed partial record Dashboard
{
    /// <summary>Tag of all dashboards of the project; each links to all that have it.</summary>
    public const string Tag = "gpu-inference";

    // The last one of the v1 model (grafana, public/app/features/dashboard/state/DashboardMigrator.ts): Grafana has nothing to migrate at each load.
    private const int SchemaVersion = 42;
    private const int SharedCrosshair = 1;

    /// <summary>Id in addresses, such as <c>/d/inference-fleet</c>: 8 to 40 characters of a–z, 0–9 and '-'.</summary>
    public required string Uid { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>Choices above it, in order. Default: none.</summary>
    public ImmutableArray<DashboardVariable> Variables { get; init; } = [];

    /// <summary>Rows from top to bottom; no two of them or of their panels have the same title.</summary>
    public required ImmutableArray<DashboardRow> Rows { get; init; }

    /// <summary>The panels, in reading order.</summary>
    public IEnumerable<Panel> Panels => Rows.SelectMany(row => row.Panels);

    /// <summary>The document, the same bytes for the same dashboard.</summary>
    /// <param name="sources">Where panels find their data.</param>
    /// <exception cref="ArgumentException">The id isn't one, or two rows or panels have one title.</exception>
    public string ToJson(DataSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        Check();
        return new JObject
        {
            ["uid"] = Uid,
            ["title"] = Title,
            ["description"] = Description,
            ["tags"] = new JArray(Tag),
            ["timezone"] = "browser",
            ["editable"] = false,
            ["graphTooltip"] = SharedCrosshair,
            ["time"] = new JObject { ["from"] = "now-6h", ["to"] = "now" },
            ["refresh"] = "1m",
            ["schemaVersion"] = SchemaVersion,
            ["templating"] = new JObject { ["list"] = new JArray(Variables.Select(variable => variable.ToJson(sources))) },
            ["annotations"] = new JObject { ["list"] = new JArray() },
            ["links"] = new JArray(Others()),
            ["panels"] = new JArray(GridLayout.Place(Rows).SelectMany(row =>
                row.Panels.Select(one => one.Panel.ToJson(one.Place, sources)).Prepend(Heading(row.Row, row.Heading)))),
        }.ToString(Formatting.None);
    }

    private static JObject Heading(DashboardRow row, GridPlace place) => new()
    {
        ["type"] = "row",
        ["id"] = PanelId.Of(row.Title),
        ["title"] = row.Title,
        ["collapsed"] = false,
        ["gridPos"] = place.ToJson(),
        ["panels"] = new JArray(),
    };

    private static JObject Others() => new()
    {
        ["title"] = "Inference",
        ["type"] = "dashboards",
        ["icon"] = "external link",
        ["tooltip"] = "",
        ["tags"] = new JArray(Tag),
        ["asDropdown"] = true,
        ["targetBlank"] = false,
        ["includeVars"] = true,
        ["keepTime"] = true,
    };

    private void Check()
    {
        if (!Uids().IsMatch(Uid))
        {
            throw new ArgumentException($"'{Uid}' is no id of a dashboard; allowed: 8 to 40 of a-z, 0-9 and '-'");
        }

        var titles = Rows.Select(row => row.Title).Concat(Panels.Select(panel => panel.Title)).ToList();
        if (titles.GroupBy(PanelId.Of).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            throw new ArgumentException($"{Uid}: {string.Join(" and ", same.Select(title => $"'{title}'"))} have one id; give every row and panel a title of its own");
        }
    }

    // Of what Grafana allows (grafana-foundation-sdk, jsonschema/dashboard.jsonschema.json, Dashboard.uid) what needs no quoting anywhere.
    [GeneratedRegex("^[a-z0-9-]{8,40}$")]
    private static partial Regex Uids();
}
