using System.Text.Json.Nodes;
using Infra.Core.Configuration;
using Infra.Core.Models;
using Infra.Core.Serving;
using Infra.Core.Sizing;

namespace Infra.Capacity.Platform.Reading;

/// <summary>How a language model is served, from its component's inputs.</summary>
internal static class LlmReader
{
    public static LlmOptions Options(JsonNode llm) => new()
    {
        Precision = Parse<WeightPrecision>(llm["precision"]),
        KvCache = Parse<KvCachePrecision>(llm["kvCache"]) ?? KvCachePrecision.Auto,
        Context = llm["context"].Integer() ?? 0,
        Concurrency = llm["concurrency"].Integer() ?? 1,
        TensorParallel = llm["tensorParallel"].Integer() ?? 1,
        PipelineParallel = llm["pipelineParallel"].Integer() ?? 1,
        MemoryUtilization = (decimal)(llm["memoryUtilization"].Number() ?? (double)MemoryRequest.DefaultUtilization),
        Quantization = Parse<QuantizationMethod>(llm["quantization"]),
        Loader = Parse<TensorLoader>(llm["loader"]) ?? TensorLoader.Safetensors,
    };

    /// <summary>
    /// The model that it is: as its component names or describes it. Plans of before that did neither: there by the repository at Hugging Face, or by the name of the directory that holds it. Null where
    /// nothing says it.
    /// </summary>
    /// <param name="llm">How it is served.</param>
    /// <param name="source">Where its files come from.</param>
    public static ModelSpec? Spec(JsonNode llm, JsonNode? source) =>
        llm["model"] is JsonValue value && value.TryGetValue(out string? name) && ModelCatalog.Default.TryGet(name, out var known) ? known : Described(llm["shape"]) ?? Spec(source);

    private static ModelSpec? Spec(JsonNode? source)
    {
        if ((string?)source?["huggingFace"] is { } repository)
        {
            return ModelCatalog.Default.All.FirstOrDefault(model => model.Repository == repository);
        }

        var directory = (string?)source?["s3Path"] ?? (string?)source?["volume"]?["path"];
        return directory is not null && ModelCatalog.Default.TryGet(directory[(directory.LastIndexOf('/') + 1)..], out var known) ? known : null;
    }

    private static ModelSpec? Described(JsonNode? shape) =>
        shape?["parametersBillions"].Number() is { } billions && shape["layers"].Integer() is { } layers && shape["heads"].Integer() is { } heads && shape["kvHeads"].Integer() is { } kvHeads && shape["headDim"].Integer() is { } headDim
            ? new ModelSpec
            {
                Name = FormattableString.Invariant($"a model of {billions} billion parameters"),
                Task = ModelTask.TextGeneration,
                Parameters = (long)(billions * 1e9),
                NativePrecision = Parse<WeightPrecision>(shape["publishedIn"]),
                Attention = new AttentionShape { Layers = layers, Heads = heads, KvHeads = kvHeads, HeadDim = headDim },
            }
            : null;

    private static T? Parse<T>(JsonNode? value)
        where T : struct, Enum => (string?)value is { } text && WireNames.TryParse<T>(text, out var parsed) ? parsed : null;
}
