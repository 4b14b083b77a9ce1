using Infra.Core.Configuration;

namespace Infra.Core.Serving.Traffic;

/// <summary>What a model with an InferencePool has to be, as configuration and component both check it; the backend's part stands in the table of backends.</summary>
public static class InferencePoolRules
{
    /// <summary>Adds a problem for whatever can't be.</summary>
    /// <param name="path">Path of <c>expose</c>.</param>
    /// <param name="runtime">The model's runtime.</param>
    /// <param name="request">What the model asks of it.</param>
    /// <param name="hasMesh">Whether its pods have a proxy of a service mesh.</param>
    /// <param name="isAlone">Whether its pods answer all requests, and nobody before them.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, ServingRuntime runtime, RuntimeRequest request, bool hasMesh, bool isAlone, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(problems);
        foreach (var (wrong, message) in new[]
        {
            (runtime != ServingRuntime.Vllm,
                $"the endpoint picker chooses by queue and cache of vLLM, and the runtime {Runtimes.Name(runtime)} hasn't these; remove it, or set runtime: vllm"),
            (runtime == ServingRuntime.Vllm && request.LeastComputeCapability < Vllm.Turing,
                "GPUs of the generation Volta have an older vLLM, which doesn't tell the use of its cache under the name that the endpoint picker reads; remove it, or use pools of newer GPUs"),
            (hasMesh,
                "gateway and endpoint picker call the pods by their addresses, past the proxies of the mesh, which would refuse them; remove it, or mesh"),
            (!isAlone,
                "Envoy AI Gateway sends all requests of a path to the one InferencePool, and here two versions or a cache of predictions would get them; "
                + "remove it, or the candidate of rollout, or predictionCache"),
        })
        {
            if (wrong)
            {
                problems.Add($"{path}.{ExposeFeature.InferencePool.Key}", message);
            }
        }
    }
}
