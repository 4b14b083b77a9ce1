namespace Infra.Core.Serving.Backends;

/// <summary>How a backend replaces the pods of a model whose specification changed.</summary>
public static class BackendUpdates
{
    // A Deployment without a strategy may lack a quarter of its pods, rounded down, and have a quarter more, rounded up (apps/v1, DeploymentStrategy).
    private const int LeastWithoutSpare = 4;

    /// <summary>
    /// Replicas beside the model's own without whose place an update never begins. Every other backend is told to replace in place; an
    /// <c>LLMInferenceService</c> has no field for it (kserve v0.20.0, pkg/controller/v1alpha2/llmisvc/workload_single_node.go).
    /// </summary>
    /// <param name="backend">The backend.</param>
    /// <param name="replicas">Replicas of the model.</param>
    public static int Spare(ServingBackend backend, int replicas) =>
        backend == ServingBackend.LlmInferenceService && replicas is > 0 and < LeastWithoutSpare ? 1 : 0;
}
