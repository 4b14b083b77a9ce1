using Infra.Core.Configuration;
using Infra.Core.Serving;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Requests that are gathered and run together.</summary>
public sealed class BatchingArgs : ResourceArgs
{
    /// <summary>Most requests of one batch, 1 or more. KServe gathers those to paths that end in <c>:predict</c>, and hands on all others one by one.</summary>
    [Input("maxBatchSize", required: true)]
    public required int MaxBatchSize { get; init; }

    /// <summary>Milliseconds that the first request of a batch waits for others, 0 or more.</summary>
    [Input("maxLatencyMs", required: true)]
    public required int MaxLatencyMs { get; init; }

    /// <summary>
    /// Seconds that a request may wait for its batch, 1 or more. Triton refuses it then; KServe's definition has the limit, but its agent of v0.20.0
    /// doesn't read it; TensorFlow Serving has none. Default: as long as it takes.
    /// </summary>
    [Input("timeoutSeconds")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>The input form of options; null for none.</summary>
    public static BatchingArgs? From(BatchingOptions? options) => options is null
        ? null
        : new BatchingArgs { MaxBatchSize = options.MaxBatchSize, MaxLatencyMs = (int)options.MaxLatency.TotalMilliseconds, TimeoutSeconds = (int?)options.Timeout?.TotalSeconds };

    /// <summary>The options that these inputs mean, and what is wrong with them.</summary>
    internal BatchingOptions ToOptions(string path, ConfigProblems problems)
    {
        ArgumentProblems.AtLeast(1, MaxBatchSize, ConfigPath.Key(path, "maxBatchSize"), problems);
        ArgumentProblems.AtLeast(0, MaxLatencyMs, ConfigPath.Key(path, "maxLatencyMs"), problems);
        ArgumentProblems.AtLeast(1, TimeoutSeconds ?? 1, ConfigPath.Key(path, "timeoutSeconds"), problems);
        return new BatchingOptions(MaxBatchSize, TimeSpan.FromMilliseconds(MaxLatencyMs), TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }
}
