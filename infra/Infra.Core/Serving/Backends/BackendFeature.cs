namespace Infra.Core.Serving.Backends;

/// <summary>Something that a model asks of its backend and that not every backend has.</summary>
/// <param name="Key">Key of the model that asks for it, below the model's own path.</param>
/// <param name="Words">What it is, to follow "can't have".</param>
public sealed record BackendFeature(string Key, string Words)
{
    /// <summary>A container that changes requests on their way to the model and answers on their way back.</summary>
    public static BackendFeature Transformer { get; } = new("transformer", "a transformer");

    /// <summary>Requests gathered in front of a server that doesn't do so itself.</summary>
    public static BackendFeature Batcher { get; } = new("batching", "a batcher in front of a runtime that has none of its own");

    /// <summary>Replicas of several pods on several nodes.</summary>
    public static BackendFeature SeveralNodes { get; } = new("llm.pipelineParallel", "replicas that span nodes");

    /// <summary>Replicas that follow the use of CPU and memory.</summary>
    public static BackendFeature Autoscaling { get; } = new("autoscaling", "autoscaling on CPU and memory");

    /// <summary>A model server.</summary>
    /// <param name="runtime">Which.</param>
    public static BackendFeature Runtime(ServingRuntime runtime) => new("runtime", $"the runtime {Runtimes.Name(runtime)}");
}
