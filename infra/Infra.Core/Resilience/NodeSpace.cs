using System.Collections.Immutable;
using Infra.Core.Footprints;

namespace Infra.Core.Resilience;

/// <summary>Room on a node, or what a pod takes of it, devices included.</summary>
/// <param name="Room">CPU, memory and pods.</param>
/// <param name="Devices">Devices by their resource.</param>
public sealed record NodeSpace(NodeRoom Room, ImmutableSortedDictionary<string, long> Devices)
{
    /// <summary>Whether this fits into that.</summary>
    public bool FitsInto(NodeSpace free)
    {
        ArgumentNullException.ThrowIfNull(free);
        return Room.FitsInto(free.Room) && Devices.All(device => device.Value <= free.Devices.GetValueOrDefault(device.Key));
    }

    /// <summary>How many of this fit into that at the same time, at most <paramref name="most"/>.</summary>
    public int TimesIn(NodeSpace free, int most)
    {
        var times = 0;
        for (var left = free; times < most && FitsInto(left); left -= this)
        {
            times++;
        }

        return times;
    }

    /// <summary>What is left.</summary>
    public static NodeSpace operator -(NodeSpace left, NodeSpace right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new NodeSpace(
            left.Room - right.Room, right.Devices.Aggregate(left.Devices, (rest, device) => rest.SetItem(device.Key, rest.GetValueOrDefault(device.Key) - device.Value)));
    }

    /// <summary>What is left, for languages without operators.</summary>
    public static NodeSpace Subtract(NodeSpace left, NodeSpace right) => left - right;
}
