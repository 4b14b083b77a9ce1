using System.Text.Json.Nodes;
using Infra.Core.Serving.Mesh;

namespace Infra.Core.Projections;

/// <summary>The proxy that Istio's webhook puts into pods that ask for one. As a native sidecar it needs its room for as long as the pod lives, like any container.</summary>
internal static class MeshProxy
{
    /// <summary>Adds it where the pod asks for it.</summary>
    /// <param name="pod">Specification of the pod.</param>
    /// <param name="metadata">What the pod says about itself: what has its labels and annotations.</param>
    public static void AddTo(JsonObject pod, JsonNode? metadata)
    {
        if (Text(metadata, "labels", IstioSidecar.Inject) == "true")
        {
            pod["containers"]!.AsArray().Add(PodParts.Container(
                IstioSidecar.Container,
                Text(metadata, "annotations", IstioSidecar.CpuAnnotation) ?? IstioSidecar.Cpu.ToString(),
                Text(metadata, "annotations", IstioSidecar.MemoryAnnotation) ?? IstioSidecar.Memory.ToString()));
        }
    }

    private static string? Text(JsonNode? metadata, string map, string key) => metadata?[map]?[key]?.GetValue<string>();
}
