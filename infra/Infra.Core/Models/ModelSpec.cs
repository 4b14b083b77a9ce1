using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Models;

/// <summary>
/// What is known about a model's size and shape: from the catalogue, or as a user describes one. What is not known is null, never a guess.
/// </summary>
public sealed record ModelSpec
{
    /// <summary>The name in the catalogue, for example <c>llama-3.1-8b-instruct</c>, or the user's own.</summary>
    public required string Name { get; init; }

    /// <summary>Repository at Hugging Face, for example <c>meta-llama/Llama-3.1-8B-Instruct</c>.</summary>
    public string? Repository { get; init; }

    /// <summary>Architecture that it belongs to, for example <c>llama3</c>.</summary>
    public string? Family { get; init; }

    /// <summary>What it does.</summary>
    public ModelTask Task { get; init; } = ModelTask.Other;

    /// <summary>All parameters, those of every expert included: what memory has to hold.</summary>
    public required long Parameters { get; init; }

    /// <summary>Parameters that one token passes through; null where that is all of them.</summary>
    public long? ActiveParameters { get; init; }

    /// <summary>Greatest number of tokens of a request that the model was made for, prompt and answer; null where not known.</summary>
    public int? MaxContext { get; init; }

    /// <summary>How it attends; null for models without, which can't be split.</summary>
    public AttentionShape? Attention { get; init; }

    /// <summary>The embedding tables; null where not known, and then taken as spread over the layers.</summary>
    public EmbeddingShape? Embedding { get; init; }

    /// <summary>The format in which it is published; null where not known.</summary>
    public WeightPrecision? NativePrecision { get; init; }

    /// <summary>True where numbers overflow in 16 bits other than bfloat16 (Gemma 2 and 3), so that vLLM refuses float16.</summary>
    public bool NeedsBfloat16 { get; init; }

    /// <summary>Bytes of the published weights in <see cref="NativePrecision"/>; null where nobody's figure was found.</summary>
    public ByteSize? CheckpointSize { get; init; }

    /// <summary>Where <see cref="CheckpointSize"/> was read.</summary>
    public FactSource? CheckpointSource { get; init; }

    /// <summary>Where the shape was read; empty for a model that a user describes.</summary>
    public ImmutableArray<FactSource> Sources { get; init; } = [];

    /// <summary>What a reader of the figures should know.</summary>
    public string? Note { get; init; }

    /// <summary>Bytes of all weights in a format: as published where it is the native one, else parameters × bits.</summary>
    /// <param name="precision">The format.</param>
    public ByteSize WeightBytes(WeightPrecision precision) => precision == NativePrecision && CheckpointSize is { } published
        ? published
        : new ByteSize((long)(((Int128)Parameters * precision.BitsPerParameter() + 7) / 8));

    /// <summary>How well <see cref="WeightBytes"/> is known; an estimate of a format with <see cref="WeightPrecisions.IsFloor"/> is a floor.</summary>
    /// <param name="precision">The format.</param>
    public FactBasis WeightBasis(WeightPrecision precision) => precision == NativePrecision && CheckpointSize is not null ? FactBasis.Measured : FactBasis.Estimated;

    /// <summary>Whether the model can be served in a format on a GPU.</summary>
    /// <param name="precision">The format.</param>
    /// <param name="gpu">An NVIDIA GPU.</param>
    public bool RunsOn(WeightPrecision precision, AcceleratorModel gpu) => precision.RunsOn(gpu)
        && (!NeedsBfloat16 || precision == WeightPrecision.Fp32 || (precision != WeightPrecision.Fp16 && WeightPrecision.Bf16.RunsOn(gpu)));
}
