using System.Collections.Immutable;
using Infra.Components.Predictions;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>Answers of a model, kept for who asks the same again: POST requests with the same path, body and type of body.</summary>
public sealed record PredictionCacheConfig
{
    /// <summary>How long an answer is kept, e.g. <c>10m</c>.</summary>
    [InRange<GoDuration>(Min = "1s", Max = "720h")]
    public required GoDuration Ttl { get; init; }

    /// <summary>
    /// Headers that decide an answer too, in lower case, e.g. <c>x-tenant</c>. Default: none. Requests with <c>authorization</c> go to the model, unless it is named here.
    /// </summary>
    [Matches("[a-z0-9][a-z0-9-]*", "a header's name in lower case, such as x-tenant")]
    public ImmutableArray<string> Headers { get; init; } = [];

    /// <summary>Largest request and answer that are kept. Default: 1Mi.</summary>
    [InRange<ByteSize>(Min = "1Ki", Max = "64Mi")]
    public ByteSize MaxSize { get; init; } = new(PredictionCacheArgs.DefaultMaxKiB * 1024L);

    /// <summary>
    /// Makes all kept answers old when it changes: for files that changed under the same source, and for an update that is taken back within the ttl, since answers of both versions were kept while it
    /// went on. Default: 1.
    /// </summary>
    [Matches("[0-9A-Za-z._-]{1,40}", "up to 40 letters, digits, '.', '_' and '-'")]
    public string Version { get; init; } = "1";

    /// <summary>Pods of the cache. Default: 2.</summary>
    [InRange(Min = 1, Max = 100)]
    public int Replicas { get; init; } = PredictionCacheArgs.DefaultReplicas;
}
