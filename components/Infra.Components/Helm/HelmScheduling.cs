using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Components.Helm;

/// <summary>Parts of a pod's specification in the form that charts take as values.</summary>
internal static class HelmScheduling
{
    /// <summary>Affinity to the nodes that have all labels of one of the selectors.</summary>
    public static Dictionary<string, object> Affinity(IEnumerable<IReadOnlyDictionary<string, string>> selectors) => new()
    {
        ["nodeAffinity"] = new Dictionary<string, object>
        {
            ["requiredDuringSchedulingIgnoredDuringExecution"] = new Dictionary<string, object>
            {
                ["nodeSelectorTerms"] = selectors.Select(Term).ToArray<object>(),
            },
        },
    };

    /// <summary>Tolerations with the operator <c>Exists</c>.</summary>
    public static object[] Tolerations(IEnumerable<Toleration> tolerations) => [.. tolerations.Select(One)];

    /// <summary>Resource requests, and a limit of memory where there is one.</summary>
    public static Dictionary<string, object> Resources(CpuQuantity cpu, ByteSize memory, ByteSize? memoryLimit = null)
    {
        var resources = new Dictionary<string, object>
        {
            ["requests"] = new Dictionary<string, object> { ["cpu"] = cpu.ToString(), ["memory"] = memory.ToString() },
        };
        if (memoryLimit is { } limit)
        {
            resources["limits"] = new Dictionary<string, object> { ["memory"] = limit.ToString() };
        }

        return resources;
    }

    private static Dictionary<string, object> Term(IReadOnlyDictionary<string, string> selector) => new()
    {
        ["matchExpressions"] = selector.OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => new Dictionary<string, object> { ["key"] = label.Key, ["operator"] = "In", ["values"] = new object[] { label.Value } })
            .ToArray<object>(),
    };

    private static Dictionary<string, object> One(Toleration toleration)
    {
        var value = new Dictionary<string, object> { ["operator"] = "Exists" };
        if (toleration.Key.Length > 0)
        {
            value["key"] = toleration.Key;
        }

        if (toleration.Effect is { } effect)
        {
            value["effect"] = effect.ToKubernetes();
        }

        return value;
    }
}
