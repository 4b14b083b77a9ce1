namespace Infra.Core.Models;

/// <summary>The part of a transformer that decides how it can be split and what its KV cache takes.</summary>
public sealed record AttentionShape
{
    /// <summary>Layers; of the decoder where there is an encoder too.</summary>
    public required int Layers { get; init; }

    /// <summary>Attention (query) heads of a layer.</summary>
    public required int Heads { get; init; }

    /// <summary>Key/value heads of a layer: equal to <see cref="Heads"/> with multi-head attention, fewer with grouped queries; 0 for an encoder, which caches nothing, and with a latent.</summary>
    public required int KvHeads { get; init; }

    /// <summary>Elements of one key or value head; 0 with a latent.</summary>
    public required int HeadDim { get; init; }

    /// <summary>
    /// With multi-head latent attention (DeepSeek): elements that a layer caches for a token, latent and rotary key. All heads share them, so that every GPU of a
    /// tensor-parallel group holds them whole. Null otherwise.
    /// </summary>
    public int? LatentElements { get; init; }

    /// <summary>Tokens that a windowed layer looks back at; null where every layer looks at all.</summary>
    public int? SlidingWindow { get; init; }

    /// <summary>Layers that look back at <see cref="SlidingWindow"/> tokens only, spread evenly over the model.</summary>
    public int WindowedLayers { get; init; }

    /// <summary>Tokens of the encoder that every request caches beside its own (Whisper: 1,500 frames); 0 without.</summary>
    public int CrossAttentionTokens { get; init; }

    /// <summary>Elements that one layer caches for one token, in the whole model.</summary>
    public long KvElementsPerLayerAndToken => LatentElements ?? (2L * KvHeads * HeadDim);
}
