using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Planning.Model;
using Infra.Planning.Workloads;

namespace Infra.Planning.Upgrades;

/// <summary>A resource as an upgrade reads it.</summary>
internal sealed record UpgradedResource(PlannedObject Planned)
{
    public const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    public const string AddOn = "aws:eks/addon:Addon";
    public const string Release = "kubernetes:helm.sh/v3:Release";

    public Urn Urn => Planned.Resource.Urn;

    /// <summary>The name in AWS, or the resource's.</summary>
    public string Name => Text("nodeGroupName") ?? Text("addonName") ?? Urn.Name;

    /// <summary>The chart's name; one of an OCI registry is named by its address.</summary>
    public string? Chart => Text("chart") is { } chart ? chart[(chart.LastIndexOf('/') + 1)..] : null;

    public static IEnumerable<UpgradedResource> Of(Plan plan, string type) =>
        plan.Resources.Where(resource => resource.Type == type).Select(static resource => new UpgradedResource(new PlannedObject(resource)));

    /// <summary>A text among its inputs; null where there is none, or only an update will tell.</summary>
    public string? Text(params ReadOnlySpan<string> path)
    {
        JsonNode? node = Planned.Inputs;
        foreach (var key in path)
        {
            node = (node as JsonObject)?[key];
        }

        return node is JsonValue value ? Convert.ToString(value.ToString(), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A whole number among its inputs; null as <see cref="Text"/> is.</summary>
    public int? Number(params ReadOnlySpan<string> path) => int.TryParse(Text(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>How many items a list among its inputs has; null where there is none.</summary>
    public int? Count(string key) => (Planned.Inputs[key] as JsonArray)?.Count;
}
