using System.Collections.Immutable;
using Infra.Core.Units;

namespace Infra.Core.Serving.Predictions;

/// <summary>One cache of predictions.</summary>
public sealed record PredictionCacheOptions
{
    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>What decides the model's answers besides the request; a part of every key, so that another version starts with an empty cache.</summary>
    public required string Version { get; init; }

    /// <summary>Host and port of the model. The host is a whole name: nginx doesn't complete any.</summary>
    public required string Upstream { get; init; }

    /// <summary>How long an answer is kept, whole seconds.</summary>
    public required GoDuration TimeToLive { get; init; }

    /// <summary>Largest request and answer that are kept.</summary>
    public required ByteSize MaxSize { get; init; }

    /// <summary>Further headers that decide an answer, in lower case.</summary>
    public ImmutableArray<string> KeyHeaders { get; init; } = [];

    /// <summary>Host of the store.</summary>
    public required string StoreHost { get; init; }

    /// <summary>Port of the store.</summary>
    public int StorePort { get; init; } = PredictionStoreServer.Port;

    /// <summary>Whether connections to the store are encrypted.</summary>
    public required bool StoreTls { get; init; }
}
