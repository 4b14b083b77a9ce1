using System.Text.Json.Nodes;

namespace Infra.Core.Projections;

/// <summary>Pods that KServe makes of an <c>InferenceService</c> in Standard mode (kserve v0.20.0, pkg/controller/v1beta1 and pkg/webhook/admission/pod).</summary>
public static class KServeProjection
{
    // What the chart gives to the agent, which batches (charts/kserve-resources, files/common/configmap-patch.yaml).
    private const string AgentCpu = "100m";
    private const string AgentMemory = "100Mi";

    /// <summary>The pods.</summary>
    /// <param name="service">Inputs of the <c>InferenceService</c>.</param>
    /// <param name="runtime">Inputs of the <c>ServingRuntime</c> that it names; null where it brings its containers.</param>
    /// <param name="scaler">Bounds of the autoscaler of a role that isn't KServe's own; null for none.</param>
    public static IEnumerable<ProjectedPods> Of(JsonObject service, JsonObject? runtime, Func<string, ScalerBounds?> scaler)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(scaler);
        foreach (var role in new[] { "predictor", "transformer" })
        {
            if (service["spec"]![role] is JsonObject component)
            {
                yield return Component(role, component, role == "predictor" ? runtime : null, scaler(role));
            }
        }
    }

    private static ProjectedPods Component(string role, JsonObject component, JsonObject? runtime, ScalerBounds? bounds)
    {
        var pod = (JsonObject)component.DeepClone();
        if (runtime is not null)
        {
            pod["containers"] = runtime["spec"]!["containers"]!.DeepClone();
        }

        if (component["batcher"] is not null)
        {
            pod["containers"]!.AsArray().Add(PodParts.Container("agent", AgentCpu, AgentMemory));
        }

        // Where nobody says a number, there is one pod.
        var least = bounds?.Least ?? (component["minReplicas"] is { } fewest ? PodParts.Number(fewest) : 1);
        return new ProjectedPods(role, least, bounds?.Most ?? (component["maxReplicas"] is { } most ? PodParts.Number(most) : least), pod);
    }
}
