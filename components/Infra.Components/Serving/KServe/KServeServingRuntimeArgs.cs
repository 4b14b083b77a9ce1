using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving.KServe;

/// <summary>Inputs of <see cref="KServeServingRuntime"/>.</summary>
public sealed class KServeServingRuntimeArgs() : CustomResourceArgs("serving.kserve.io/v1alpha1", "ServingRuntime")
{
    /// <summary>The server.</summary>
    [Input("spec", required: true)]
    public required Input<KServeServingRuntimeSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="KServeServingRuntime"/>.</summary>
public sealed class KServeServingRuntimeSpecArgs : ResourceArgs
{
    /// <summary>Formats of models that the server reads.</summary>
    [Input("supportedModelFormats", required: true)]
    public InputList<KServeModelFormatArgs> SupportedModelFormats { get; init; } = new();

    /// <summary>Containers of the pod; the server is called <c>kserve-container</c>.</summary>
    [Input("containers", required: true)]
    public InputList<ContainerArgs> Containers { get; init; } = new();
}

/// <summary>A format of models.</summary>
public sealed class KServeModelFormatArgs : ResourceArgs
{
    /// <summary>Its name, which models and runtimes have in common.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}
