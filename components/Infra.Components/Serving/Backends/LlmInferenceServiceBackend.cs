using Infra.Components.Serving.KServe;
using Infra.Components.Serving.Scaling;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Serving.Backends;

/// <summary>
/// KServe's controller of language models: an <c>LLMInferenceService</c> without a router, of which it makes a Deployment and a Service (ADR 21). It has no
/// place for the way pods are replaced: Kubernetes' default holds, which starts new ones before it ends old ones. Its own scaling is that of llm-d's variant autoscaler;
/// a number that it isn't told it leaves to others (ADR 26).
/// </summary>
internal sealed class LlmInferenceServiceBackend : IServingBackend
{
    /// <inheritdoc/>
    public ServedModel Create(ServingSpec spec, ServingChildren children)
    {
        var options = children.Workload();
        options.CustomTimeouts = Await.Timeouts(spec);
        var service = new KServeLlmInferenceService($"{spec.Name}-llm-inference-service", LlmModel.Service(spec), options);
        _ = new K8s.Policy.V1.PodDisruptionBudget($"{spec.Name}-disruption-budget", ServingDisruptionBudget.For(spec), children.Of());
        ServingScaler.Create(spec, children, service);
        ServingRecommendations.Create(spec, children, service);
        return ServedModel.Of(spec, service);
    }
}
