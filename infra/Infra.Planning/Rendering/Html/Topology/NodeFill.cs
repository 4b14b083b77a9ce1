using Infra.Planning.Placement;

namespace Infra.Planning.Rendering.Html.Topology;

/// <summary>Who has the slots of a node, in the order in which the pods came.</summary>
/// <param name="Node">The node.</param>
/// <param name="Owners">A name for each slot that is taken.</param>
/// <param name="Slots">How many there are.</param>
internal sealed record NodeFill(PlacedNode Node, IReadOnlyList<string> Owners, int Slots)
{
    // The model is what people know the pods by; one model may be several objects, and a training is none.
    public static NodeFill Of(PlacedNode node, string? device, PodDevices devices)
    {
        if (device is null)
        {
            return new NodeFill(node, [], 0);
        }

        var slots = (int)node.Allocatable.GetValueOrDefault(device);
        var owners = node.Pods
            .SelectMany(pods => Enumerable.Repeat(pods.Workload.Component?.Name ?? pods.Workload.Name, (int)Math.Min(slots, pods.Count * devices.Of(pods.Workload, device))))
            .Take(slots);
        return new NodeFill(node, [.. owners], slots);
    }

    public double ShareOf(string resource) =>
        Node.Allocatable.GetValueOrDefault(resource) is var whole and > 0 ? Math.Min(1, (double)Node.Requested.GetValueOrDefault(resource) / whole) : 0;
}
