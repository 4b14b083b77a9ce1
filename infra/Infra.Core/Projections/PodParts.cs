using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Core.Projections;

/// <summary>What operators add to pods.</summary>
internal static class PodParts
{
    /// <summary>A whole number, however the plan's reader holds it.</summary>
    public static int Number(JsonNode number) => Number(number.ToString());

    /// <summary>A whole number in text.</summary>
    public static int Number(ReadOnlySpan<char> number) => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A share of a number, rounded up, as Kubernetes rounds what may be added.</summary>
    public static int Share(int whole, int percent) => ((whole * percent) + 99) / 100;

    /// <summary>The labels under a key such as <c>metadata</c>; none where there are none.</summary>
    public static ImmutableSortedDictionary<string, string> Labels(JsonNode? owner) => (owner?["labels"] as JsonObject ?? [])
        .ToImmutableSortedDictionary(label => label.Key, label => $"{label.Value}", StringComparer.Ordinal);

    /// <summary>A container of which only its requests matter.</summary>
    public static JsonObject Container(string name, string cpu, string memory) => new()
    {
        ["name"] = name,
        ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["cpu"] = cpu, ["memory"] = memory } },
    };

    /// <summary>
    /// The same with the security context of a pod's first container, which KubeRay (controllers/ray/common/pod.go, raycluster_controller.go) and KServe
    /// (pkg/webhook/admission/pod/agent_injector.go) copy into theirs.
    /// </summary>
    public static JsonObject ContainerLikeFirst(JsonObject pod, string name, string cpu, string memory)
    {
        var container = Container(name, cpu, memory);
        if (pod["containers"]?[0]?["securityContext"] is { } context)
        {
            container["securityContext"] = context.DeepClone();
        }

        return container;
    }
}
