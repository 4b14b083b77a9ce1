using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving.KServe;

/// <summary>Inputs of <see cref="KServeLlmInferenceService"/>.</summary>
public sealed class KServeLlmInferenceServiceArgs() : CustomResourceArgs("serving.kserve.io/v1alpha2", "LLMInferenceService")
{
    /// <summary>The model.</summary>
    [Input("spec", required: true)]
    public required Input<KServeLlmInferenceServiceSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="KServeLlmInferenceService"/>.</summary>
public sealed class KServeLlmInferenceServiceSpecArgs : ResourceArgs
{
    /// <summary>The model's name and files.</summary>
    [Input("model", required: true)]
    public required Input<KServeLlmModelArgs> Model { get; init; }

    /// <summary>Who brings the files.</summary>
    [Input("storageInitializer", required: true)]
    public required Input<KServeStorageInitializerArgs> StorageInitializer { get; init; }

    /// <summary>Pods, 0 or more. Default: none; the Deployment keeps the number that it has, for an autoscaler.</summary>
    [Input("replicas")]
    public Input<int>? Replicas { get; init; }

    /// <summary>Further labels of pods and Service; part of the Deployment's selector, which can't change.</summary>
    [Input("labels", required: true)]
    public InputMap<string> Labels { get; init; } = new();

    /// <summary>Annotations of pods and Service.</summary>
    [Input("annotations")]
    public InputMap<string> Annotations { get; init; } = new();

    /// <summary>The pod; its server is called <c>main</c>.</summary>
    [Input("template", required: true)]
    public required Input<PodSpecArgs> Template { get; init; }
}

/// <summary>Model of a <see cref="KServeLlmInferenceService"/>.</summary>
public sealed class KServeLlmModelArgs : ResourceArgs
{
    /// <summary>Where its files are: <c>s3://</c>, <c>hf://</c>, <c>pvc://</c> or <c>oci://</c>.</summary>
    [Input("uri", required: true)]
    public required Input<string> Uri { get; init; }

    /// <summary>The name in requests.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}

/// <summary>KServe's own download of a model's files.</summary>
public sealed class KServeStorageInitializerArgs : ResourceArgs
{
    /// <summary>Whether it brings them.</summary>
    [Input("enabled", required: true)]
    public required Input<bool> Enabled { get; init; }
}
