using Infra.Components.Serving.KServe;
using Infra.Components.Shared;
using Pulumi;

namespace Infra.Components.Serving.Backends;

/// <summary>A language model as an <c>LLMInferenceService</c> (kserve v0.20.0, v1alpha2).</summary>
internal static class LlmModel
{
    /// <summary>What the controller calls the pods and their Service in <c>app.kubernetes.io/component</c> (pkg/constants, LLMComponentWorkload).</summary>
    public const string Component = "llminferenceservice-workload";

    // The name by which the controller knows the server.
    private const string Container = "main";

    private const string RevisionLabel = "pod-template-hash";

    /// <summary>The model.</summary>
    public static KServeLlmInferenceServiceArgs Service(ServingSpec spec)
    {
        var metadata = spec.Metadata();
        metadata.Annotations = spec.MayBeEmpty ? Await.Nothing() : Await.Condition("Ready");
        var literal = GoTemplate.Literally(spec);
        var server = ServingPod.Server(literal);
        server.Name = Container;
        return new KServeLlmInferenceServiceArgs
        {
            Metadata = metadata,
            Spec = new KServeLlmInferenceServiceSpecArgs
            {
                Model = new KServeLlmModelArgs { Uri = Uri(spec.Args.Source!), Name = spec.Args.Model },
                // The pod brings its files the way it does on every backend.
                StorageInitializer = new KServeStorageInitializerArgs { Enabled = false },
                Replicas = spec.FixedReplicas is { } replicas ? (Input<int>)replicas : (Input<int>?)null,
                Labels = PodLabels(spec),
                Annotations = ServingPod.Metadata(spec).Annotations,
                Template = ServingPod.Pod(literal, server, RevisionLabel),
            },
        };
    }

    // The controller's own are app.kubernetes.io/name, component and part-of, by which it and its Service find the pods; others end up in the
    // Deployment's selector, so they may not change during the model's life (workload_single_node.go).
    private static Dictionary<string, string> PodLabels(ServingSpec spec) => new()
    {
        [ManagedBy.InstanceLabel] = spec.Args.Model,
    };

    // Nobody reads it: the definition wants one.
    private static Input<string> Uri(ModelSourceArgs source) => source switch
    {
        { S3Uri: { } uri } => uri,
        { HuggingFace: { } repository } => $"hf://{repository}:{source.Revision}",
        { Volume: { } volume } => Output.Format($"pvc://{volume.ClaimName}/{volume.Path}"),
        { Cache: { } cache } => Output.Format($"pvc://{cache.ClaimName}/{cache.Directory}"),
        _ => $"oci://{source.Image}",
    };
}
