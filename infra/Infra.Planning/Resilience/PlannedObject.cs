using System.Text.Json.Nodes;
using Infra.Planning.Model;

namespace Infra.Planning.Resilience;

/// <summary>A resource of a plan with what is known of its inputs.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Inputs">Its inputs.</param>
internal sealed record PlannedObject(PlannedResource Resource, JsonObject Inputs)
{
    public string? Kind => (string?)Inputs["kind"];

    public string? Name => (string?)Inputs["metadata"]?["name"];

    public string? Namespace => (string?)Inputs["metadata"]?["namespace"];

    /// <summary>Type of the component that it belongs to; empty for none.</summary>
    public string Owner => Resource.Parent?.Type ?? "";
}
