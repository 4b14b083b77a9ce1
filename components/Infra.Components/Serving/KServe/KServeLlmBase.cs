using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.KServe;

/// <summary>
/// The <c>LLMInferenceServiceConfig</c> that the controller puts under every model on one node, by this name alone (kserve v0.20.0,
/// pkg/controller/v1alpha2/llmisvc/config_merge.go): without it no model starts. KServe's own brings an image, a command, probes and volumes; ours is
/// empty, so that a pod is what its model says.
/// </summary>
public sealed class KServeLlmBase(string name, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, new KServeLlmBaseArgs(), options);

/// <summary>Inputs of <see cref="KServeLlmBase"/>.</summary>
public sealed class KServeLlmBaseArgs : CustomResourceArgs
{
    private const string WellKnown = "kserve-config-llm-template";

    /// <summary>An empty base, in the controller's namespace.</summary>
    public KServeLlmBaseArgs()
        : base("serving.kserve.io/v1alpha2", "LLMInferenceServiceConfig")
    {
        Metadata = new ObjectMetaArgs { Name = WellKnown, Namespace = KServeOperator.Namespace };
    }

    /// <summary>Nothing.</summary>
    [Input("spec", required: true)]
    public Input<KServeLlmBaseSpecArgs> Spec { get; } = new KServeLlmBaseSpecArgs();
}

/// <summary>Specification of a <see cref="KServeLlmBase"/>: what every model gets that doesn't say otherwise, which is nothing.</summary>
public sealed class KServeLlmBaseSpecArgs : ResourceArgs;
