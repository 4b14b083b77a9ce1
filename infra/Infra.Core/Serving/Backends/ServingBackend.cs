using Infra.Core.Configuration;

namespace Infra.Core.Serving.Backends;

/// <summary>What keeps a model's pods running.</summary>
public enum ServingBackend
{
    /// <summary>A Deployment behind a Service; needs nothing in the cluster.</summary>
    [WireName(ServingBackends.PlainName)]
    Plain,

    /// <summary>KServe in Standard mode: an <c>InferenceService</c>.</summary>
    [WireName(ServingBackends.KServeName)]
    KServe,

    /// <summary>KServe's controller of language models, without its router: an <c>LLMInferenceService</c>.</summary>
    [WireName(ServingBackends.LlmInferenceServiceName)]
    LlmInferenceService,

    /// <summary>KubeRay: a <c>RayService</c>.</summary>
    [WireName(ServingBackends.RayName)]
    Ray,

    /// <summary>A <c>LeaderWorkerSet</c>: replicas that span nodes.</summary>
    [WireName(ServingBackends.LeaderWorkerSetName)]
    LeaderWorkerSet,
}
