using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Core.Units;

namespace Infra.Core.Projections;

/// <summary>What a pod requests, as the scheduler counts it: all containers together, or the greatest of those that run before.</summary>
public sealed record PodRequests
{
    private const string CpuName = "cpu";
    private const string MemoryName = "memory";
    private const string DiskName = "ephemeral-storage";

    /// <summary>CPU.</summary>
    public required CpuQuantity Cpu { get; init; }

    /// <summary>Memory.</summary>
    public required ByteSize Memory { get; init; }

    /// <summary>Disk of the node.</summary>
    public required ByteSize Disk { get; init; }

    /// <summary>Devices by their resource.</summary>
    public required ImmutableSortedDictionary<string, long> Devices { get; init; }

    /// <summary>The requests of a pod's specification.</summary>
    /// <param name="pod">The specification.</param>
    public static PodRequests Of(JsonObject pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        var total = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var container in Containers(pod, "containers"))
        {
            foreach (var (name, amount) in Amounts(container))
            {
                total[name] = total.GetValueOrDefault(name) + amount;
            }
        }

        foreach (var container in Containers(pod, "initContainers"))
        {
            foreach (var (name, amount) in Amounts(container))
            {
                total[name] = Math.Max(total.GetValueOrDefault(name), amount);
            }
        }

        return new PodRequests
        {
            Cpu = new CpuQuantity(total.GetValueOrDefault(CpuName)),
            Memory = new ByteSize(total.GetValueOrDefault(MemoryName)),
            Disk = new ByteSize(total.GetValueOrDefault(DiskName)),
            Devices = total.Where(amount => amount.Key is not (CpuName or MemoryName or DiskName)).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private static IEnumerable<JsonNode> Containers(JsonObject pod, string field) => (pod[field] as JsonArray ?? []).OfType<JsonNode>();

    // A limit stands for a request that is missing (kubernetes.io, "Resource Management for Pods and Containers").
    private static IEnumerable<(string Name, long Amount)> Amounts(JsonNode container)
    {
        var amounts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in new[] { "limits", "requests" })
        {
            foreach (var (name, value) in container["resources"]?[kind] as JsonObject ?? [])
            {
                amounts[name] = value!.GetValue<string>();
            }
        }

        return amounts.Select(amount => (amount.Key, Amount(amount.Key, amount.Value)));
    }

    private static long Amount(string name, string text) => name switch
    {
        CpuName when CpuQuantity.TryParse(text, out var cpu) => cpu.Millicores,
        MemoryName or DiskName when ByteSize.TryParse(text, out var size) => size.Bytes,
        not (CpuName or MemoryName or DiskName) when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
        _ => throw new FormatException($"'{text}' is no amount of {name}"),
    };
}
