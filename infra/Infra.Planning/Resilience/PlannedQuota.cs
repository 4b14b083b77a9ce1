using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Planning.Workloads;

namespace Infra.Planning.Resilience;

/// <summary>Quotas of namespaces as plans hold them (kubernetes.io, "Resource Quotas").</summary>
internal static class PlannedQuota
{
    private const string Requests = "requests.";

    public static ImmutableArray<NamespaceQuota> Of(PlannedObjects objects) =>
        [.. objects.OfKind("ResourceQuota").Where(found => found.Inputs["spec"]?["hard"] is JsonObject).Select(found => Of(found, (JsonObject)found.Inputs["spec"]!["hard"]!))];

    private static NamespaceQuota Of(PlannedObject quota, JsonObject hard)
    {
        string? First(params string[] keys) => keys.Select(key => hard[key]).FirstOrDefault(value => value is not null)?.ToString();
        return new NamespaceQuota(
            quota.Namespace ?? "",
            quota.Name ?? "",
            First("requests.cpu", "cpu") is { } cpu && CpuQuantity.TryParse(cpu, out var cores) ? cores.Millicores : null,
            First("requests.memory", "memory") is { } memory && ByteSize.TryParse(memory, out var bytes) ? bytes.Bytes : null,
            First("pods", "count/pods") is { } pods ? Number(pods) : null,
            hard.Where(one => one.Key.StartsWith(Requests, StringComparison.Ordinal) && one.Key.Contains('/', StringComparison.Ordinal))
                .ToImmutableSortedDictionary(one => one.Key[Requests.Length..], one => Number($"{one.Value}"), StringComparer.Ordinal));
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
