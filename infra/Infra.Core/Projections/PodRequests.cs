using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Core.Units;

namespace Infra.Core.Projections;

/// <summary>
/// What a pod requests, as the scheduler counts it: all containers together with the sidecars, or the greatest of those that run before with the sidecars that run already, what the pod
/// as a whole says in their place, and what its runtime takes (k8s.io/component-helpers, resource/helpers.go, PodRequests).
/// </summary>
public sealed record PodRequests
{
    private const string CpuName = "cpu";
    private const string MemoryName = "memory";
    private const string DiskName = "ephemeral-storage";
    private const string HugePages = "hugepages-";

    /// <summary>CPU.</summary>
    public required CpuQuantity Cpu { get; init; }

    /// <summary>Memory.</summary>
    public required ByteSize Memory { get; init; }

    /// <summary>Disk of the node.</summary>
    public required ByteSize Disk { get; init; }

    /// <summary>Devices, and huge pages in bytes, by their resource.</summary>
    public required ImmutableSortedDictionary<string, long> Devices { get; init; }

    /// <summary>The requests of a pod's specification.</summary>
    /// <param name="pod">The specification.</param>
    public static PodRequests Of(JsonObject pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        var (running, beside, greatest) = (Nothing(), Nothing(), Nothing());
        foreach (var container in Containers(pod, "containers"))
        {
            Add(running, Amounts(container));
        }

        // A sidecar goes on beside all that start after it (kubernetes.io, "Sidecar Containers", resource sharing within containers).
        foreach (var container in Containers(pod, "initContainers"))
        {
            var own = Nothing();
            Add(own, Amounts(container));
            if ((string?)container["restartPolicy"] == "Always")
            {
                Add(running, own);
                Add(beside, own);
                own = beside;
            }
            else
            {
                Add(own, beside);
            }

            Raise(greatest, own);
        }

        var total = OfPod(pod, Raise(running, greatest));
        Add(total, Amounts(pod["overhead"] as JsonObject));
        return new PodRequests
        {
            Cpu = new CpuQuantity(total.GetValueOrDefault(CpuName)),
            Memory = new ByteSize(total.GetValueOrDefault(MemoryName)),
            Disk = new ByteSize(total.GetValueOrDefault(DiskName)),
            Devices = total.Where(amount => amount.Key is not (CpuName or MemoryName or DiskName)).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private static SortedDictionary<string, long> Nothing() => new(StringComparer.Ordinal);

    // What is requested for the pod as a whole counts instead of what its containers request; a limit of the pod only where they request nothing
    // (kubernetes.io, "Assign Pod-level CPU and memory resources").
    private static SortedDictionary<string, long> OfPod(JsonObject pod, SortedDictionary<string, long> containers)
    {
        foreach (var (name, amount) in Amounts(pod["resources"]?["limits"] as JsonObject))
        {
            containers.TryAdd(name, amount);
        }

        foreach (var (name, amount) in Amounts(pod["resources"]?["requests"] as JsonObject))
        {
            containers[name] = amount;
        }

        return containers;
    }

    private static void Add(SortedDictionary<string, long> sum, IEnumerable<KeyValuePair<string, long>> amounts)
    {
        foreach (var (name, amount) in amounts)
        {
            sum[name] = sum.GetValueOrDefault(name) + amount;
        }
    }

    private static SortedDictionary<string, long> Raise(SortedDictionary<string, long> greatest, SortedDictionary<string, long> amounts)
    {
        foreach (var (name, amount) in amounts)
        {
            greatest[name] = Math.Max(greatest.GetValueOrDefault(name), amount);
        }

        return greatest;
    }

    private static IEnumerable<JsonNode> Containers(JsonObject pod, string field) => (pod[field] as JsonArray ?? []).OfType<JsonNode>();

    // A limit stands for a request that is missing (kubernetes.io, "Resource Management for Pods and Containers").
    private static SortedDictionary<string, long> Amounts(JsonNode container)
    {
        var amounts = Nothing();
        foreach (var kind in new[] { "limits", "requests" })
        {
            foreach (var (name, amount) in Amounts(container["resources"]?[kind] as JsonObject))
            {
                amounts[name] = amount;
            }
        }

        return amounts;
    }

    private static IEnumerable<KeyValuePair<string, long>> Amounts(JsonObject? amounts) =>
        (amounts ?? []).Where(amount => amount.Value is not null).Select(amount => KeyValuePair.Create(amount.Key, Amount(amount.Key, amount.Value!.ToString())));

    private static long Amount(string name, string text) => name switch
    {
        CpuName when CpuQuantity.TryParse(text, out var cpu) => cpu.Millicores,
        _ when (name is MemoryName or DiskName || name.StartsWith(HugePages, StringComparison.Ordinal)) && ByteSize.TryParse(text, out var size) => size.Bytes,
        not (CpuName or MemoryName or DiskName) when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
        _ => throw new FormatException($"'{text}' is no amount of {name}"),
    };
}
