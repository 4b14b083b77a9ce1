using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Core.Security;

/// <summary>A container of a pod, and where it stands.</summary>
/// <param name="List">The field that holds it, e.g. <c>initContainers</c>.</param>
/// <param name="Body">The container.</param>
internal sealed record PodContainer(string List, JsonObject Body)
{
    private static readonly ImmutableArray<string> _lists = ["initContainers", "containers", "ephemeralContainers"];

    /// <summary>Its name.</summary>
    public string Name => Body["name"]!.GetValue<string>();

    /// <summary>Its place in the pod.</summary>
    public string Path => $"spec.{List}[{Name}]";

    /// <summary>Its own security context; null where it has none.</summary>
    public JsonNode? Context => Body["securityContext"];

    /// <summary>All of a pod.</summary>
    public static IEnumerable<PodContainer> All(JsonObject pod) =>
        from list in _lists
        from container in (pod[list] as JsonArray ?? []).OfType<JsonObject>()
        select new PodContainer(list, container);
}
