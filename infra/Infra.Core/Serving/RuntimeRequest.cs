using System.Collections.Immutable;
using Infra.Core.Catalog;

namespace Infra.Core.Serving;

/// <summary>One model, as a runtime is asked to serve it.</summary>
public sealed record RuntimeRequest
{
    /// <summary>Name of the model, by which callers know it.</summary>
    public required string Model { get; init; }

    /// <summary>
    /// Instance that the pods are labelled with, where pods of another instance answer for the same model: their metrics are told apart by it. Default: none;
    /// then it is the model's name.
    /// </summary>
    public string? Instance { get; init; }

    /// <summary>Devices of one pod; 0 for none.</summary>
    public int Devices { get; init; }

    /// <summary>Every kind of GPU that the model may meet; empty without, and where nobody told us.</summary>
    public ImmutableArray<AcceleratorModel> Accelerators { get; init; } = [];

    /// <summary>The model at Hugging Face; null where its files lie in the pod.</summary>
    public HubModel? Hub { get; init; }

    /// <summary>Whether its files lie in S3, whatever brings them to the server.</summary>
    public bool IsInS3 { get; init; }

    /// <summary>How a language model is served; null for others.</summary>
    public LlmOptions? Llm { get; init; }

    /// <summary>Models of Triton's repository whose configuration we write.</summary>
    public ImmutableArray<TritonModel> TritonModels { get; init; } = [];

    /// <summary>A server of the user's own; null for others.</summary>
    public ContainerOptions? Container { get; init; }

    /// <summary>What the container runs on the backend <c>ray</c>; null for others.</summary>
    public RayApplication? Ray { get; init; }

    /// <summary>Requests that the server gathers; null for one after the other.</summary>
    public BatchingOptions? Batching { get; init; }

    /// <summary>Whether the server reads the files from S3 itself.</summary>
    public bool IsStreamed => IsInS3 && Llm is { Loader: TensorLoader.Streamer };

    /// <summary>Address to which its traces go by OTLP, without a path; null for none.</summary>
    public string? TracesEndpoint { get; init; }

    /// <summary>Seconds of the longest request, which a server that ends still finishes.</summary>
    public int LongestRequestSeconds { get; init; } = Termination.DefaultLongestRequestSeconds;

    /// <summary>Least CUDA compute capability among the GPUs; null where it isn't known.</summary>
    public decimal? LeastComputeCapability => Accelerators.Select(gpu => gpu.ComputeCapability).Min();
}
