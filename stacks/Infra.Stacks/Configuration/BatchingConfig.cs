using Infra.Core.Configuration;
using Infra.Core.Serving;

namespace Infra.Stacks.Configuration;

/// <summary>Requests that are gathered and run together: by the runtime where it can (<c>tensorflow-serving</c>, <c>triton</c>), else by the backend.</summary>
public sealed record BatchingConfig
{
    /// <summary>Most requests of one batch. KServe gathers those to paths that end in <c>:predict</c>, and hands on all others one by one. Default: 32.</summary>
    [InRange(Min = 1, Max = 4096)]
    public int MaxBatchSize { get; init; } = 32;

    /// <summary>Milliseconds that the first request of a batch waits for others. Default: 5.</summary>
    [InRange(Min = 0, Max = 60_000)]
    public int MaxLatencyMs { get; init; } = 5;

    /// <summary>
    /// Seconds that a request may wait for its batch. Triton refuses it then. KServe takes the value, but its agent of v0.20.0 doesn't read it. TensorFlow
    /// Serving has no such limit. Default: as long as it takes.
    /// </summary>
    [InRange(Min = 1, Max = 86_400)]
    public int? TimeoutSeconds { get; init; }

    /// <summary>The same in the form of the runtime.</summary>
    internal BatchingOptions ToOptions() =>
        new(MaxBatchSize, TimeSpan.FromMilliseconds(MaxLatencyMs), TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
}
