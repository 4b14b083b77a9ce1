using System.Text.Json.Nodes;
using Infra.Planning.Model;

namespace Infra.Planning.Workloads;

/// <summary>A resource of a plan with what is known of its inputs.</summary>
/// <param name="Resource">The resource.</param>
internal sealed record PlannedObject(PlannedResource Resource)
{
    private JsonObject? _inputs;

    /// <summary>What is known of its inputs. Made when it is asked for: a plan has thousands of resources, and few of them become pods or nodes.</summary>
    public JsonObject Inputs => _inputs ??= KnownInputs.Of(Resource.Inputs);

    public string? Kind { get; } = Text(Resource.Inputs, "kind");

    public string? Name => Text(Metadata, "name");

    public string? Namespace => Text(Metadata, "namespace");

    /// <summary>Type of the component that it belongs to; empty for none.</summary>
    public string Owner => Resource.Parent?.Type ?? "";

    private ValueMap? Metadata => Resource.Inputs.TryGetValue("metadata", out var value) && value is PlanValue.Object { Properties: var metadata } ? metadata : null;

    private static string? Text(ValueMap? properties, string key) =>
        properties is not null && properties.TryGetValue(key, out var value) && value is PlanValue.String { Value: var text } ? text : null;
}
