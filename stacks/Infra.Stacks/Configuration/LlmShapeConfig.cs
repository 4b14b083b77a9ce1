using Infra.Components.Serving;
using Infra.Core.Configuration;
using Infra.Core.Models;

namespace Infra.Stacks.Configuration;

/// <summary>Size and shape of a language model, as its <c>config.json</c> has them.</summary>
public sealed record LlmShapeConfig
{
    /// <summary>Parameters in billions, those of all experts included.</summary>
    [InRange(Min = 0.001, Max = 10_000)]
    public required double ParametersBillions { get; init; }

    /// <summary>Layers (<c>num_hidden_layers</c>).</summary>
    [InRange(Min = 1, Max = 1000)]
    public required int Layers { get; init; }

    /// <summary>Attention heads of a layer (<c>num_attention_heads</c>).</summary>
    [InRange(Min = 1, Max = 1000)]
    public required int Heads { get; init; }

    /// <summary>Key/value heads of a layer (<c>num_key_value_heads</c>).</summary>
    [InRange(Min = 1, Max = 1000)]
    public required int KvHeads { get; init; }

    /// <summary>Elements of one head (<c>head_dim</c>, or <c>hidden_size</c> / heads).</summary>
    [InRange(Min = 1, Max = 4096)]
    public required int HeadDim { get; init; }

    /// <summary>Greatest number of tokens of a request (<c>max_position_embeddings</c>). Default: not known.</summary>
    [InRange(Min = 1, Max = 10_000_000)]
    public int? MaxContext { get; init; }

    /// <summary>Format in which it is published (<c>torch_dtype</c>). Default: bf16.</summary>
    public WeightPrecision PublishedIn { get; init; } = WeightPrecision.Bf16;

    /// <summary>The same in the form of the catalogue.</summary>
    internal ModelSpec ToSpec(string name) => new()
    {
        Name = name,
        Task = ModelTask.TextGeneration,
        Parameters = (long)(ParametersBillions * 1e9),
        MaxContext = MaxContext,
        NativePrecision = PublishedIn,
        Attention = new AttentionShape { Layers = Layers, Heads = Heads, KvHeads = KvHeads, HeadDim = HeadDim },
    };

    /// <summary>The same for the component, so that the plan says it.</summary>
    internal LlmShapeArgs ToArgs() => new()
    {
        ParametersBillions = ParametersBillions,
        Layers = Layers,
        Heads = Heads,
        KvHeads = KvHeads,
        HeadDim = HeadDim,
        PublishedIn = WireNames.Name(PublishedIn),
    };
}
