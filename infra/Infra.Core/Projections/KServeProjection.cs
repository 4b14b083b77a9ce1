using System.Text.Json.Nodes;

namespace Infra.Core.Projections;

/// <summary>
/// Pods that KServe makes of an <c>InferenceService</c> in Standard mode (kserve v0.20.0, pkg/controller/v1beta1 and pkg/webhook/admission/pod), and of an
/// <c>LLMInferenceService</c> without router, prefill and workers (pkg/controller/v1alpha2/llmisvc/workload_single_node.go).
/// </summary>
public static class KServeProjection
{
    // What the chart gives to the agent, which batches (charts/kserve-resources, files/common/configmap-patch.yaml).
    private const string AgentCpu = "100m";
    private const string AgentMemory = "100Mi";

    // KServe sets it on every pod of such a model (pkg/controller/v1alpha2/llmisvc/workload_single_node.go).
    private static readonly Dictionary<string, string> _workload = new(StringComparer.Ordinal) { ["app.kubernetes.io/component"] = "llminferenceservice-workload" };

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

    /// <summary>The pods of a language model.</summary>
    /// <param name="service">Inputs of the <c>LLMInferenceService</c>.</param>
    /// <param name="scaler">Bounds of the autoscaler that owns the replicas; null for none.</param>
    public static ProjectedPods OfLanguageModel(JsonObject service, ScalerBounds? scaler)
    {
        ArgumentNullException.ThrowIfNull(service);
        // Where nobody says a number, there is one pod.
        var fixedNumber = service["spec"]!["replicas"] is { } replicas ? PodParts.Number(replicas) : 1;
        var (least, most) = scaler is null ? (fixedNumber, fixedNumber) : (scaler.Least, scaler.Most);
        // There is no field for the way pods are replaced.
        return new ProjectedPods("workload", least, most, (JsonObject)service["spec"]!["template"]!.DeepClone())
        {
            Labels = PodParts.Labels(service["spec"]).SetItems(_workload),
            MostAtUpdate = most + DeploymentProjection.Surge(null, most),
        };
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
            pod["containers"]!.AsArray().Add(PodParts.ContainerLikeFirst(pod, "agent", AgentCpu, AgentMemory));
        }

        MeshProxy.AddTo(pod, component);
        // Where nobody says a number, there is one pod.
        var least = bounds?.Least ?? (component["minReplicas"] is { } fewest ? PodParts.Number(fewest) : 1);
        var most = bounds?.Most ?? (component["maxReplicas"] is { } greatest ? PodParts.Number(greatest) : least);
        return new ProjectedPods(role, least, most, pod) { Labels = PodParts.Labels(component), MostAtUpdate = most + DeploymentProjection.Surge(component["deploymentStrategy"], most) };
    }
}
