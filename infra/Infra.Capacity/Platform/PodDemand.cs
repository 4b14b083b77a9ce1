using System.Collections.Immutable;

namespace Infra.Capacity.Platform;

/// <summary>What a pod requests of its node, or what a node has left.</summary>
/// <param name="CpuMillis">CPU in thousandths of a core.</param>
/// <param name="MemoryBytes">Memory.</param>
/// <param name="Devices">Devices by their resource, such as <c>nvidia.com/gpu</c>; shared ones and pieces count as the plugin counts them.</param>
public sealed record PodDemand(long CpuMillis, long MemoryBytes, ImmutableSortedDictionary<string, long> Devices)
{
    /// <summary>Nothing.</summary>
    public static PodDemand None { get; } = new(0, 0, ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal));

    /// <summary>Accelerators, or parts of them, among the devices; network interfaces of the fabric are devices too.</summary>
    public long Accelerators => Devices.Where(device => !device.Key.Contains("efa", StringComparison.Ordinal)).Sum(device => device.Value);

    /// <summary>Whether this much room takes a pod.</summary>
    /// <param name="pod">What the pod requests.</param>
    public bool Fits(PodDemand pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        if (pod.CpuMillis > CpuMillis || pod.MemoryBytes > MemoryBytes)
        {
            return false;
        }

        foreach (var (resource, count) in pod.Devices)
        {
            if (count > Devices.GetValueOrDefault(resource))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What is left when a pod came.</summary>
    /// <param name="pod">What the pod requests.</param>
    public PodDemand Less(PodDemand pod) => Plus(pod, -1);

    /// <summary>What there is when a pod has gone, or what two request together.</summary>
    /// <param name="pod">What the pod requests.</param>
    public PodDemand Plus(PodDemand pod) => Plus(pod, 1);

    /// <summary>The same as text, for messages: equal where all amounts are.</summary>
    public override string ToString() => FormattableString.Invariant($"{CpuMillis}m CPU, {MemoryBytes} B{string.Concat(Devices.Select(device => FormattableString.Invariant($", {device.Value} {device.Key}")))}");

    /// <inheritdoc/>
    public bool Equals(PodDemand? other) =>
        other is not null && CpuMillis == other.CpuMillis && MemoryBytes == other.MemoryBytes && Devices.SequenceEqual(other.Devices);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(CpuMillis, MemoryBytes, Devices.Count);

    private PodDemand Plus(PodDemand pod, int sign)
    {
        ArgumentNullException.ThrowIfNull(pod);
        var devices = Devices;
        foreach (var (resource, count) in pod.Devices)
        {
            devices = devices.SetItem(resource, devices.GetValueOrDefault(resource) + (sign * count));
        }

        return new PodDemand(CpuMillis + (sign * pod.CpuMillis), MemoryBytes + (sign * pod.MemoryBytes), devices);
    }
}
