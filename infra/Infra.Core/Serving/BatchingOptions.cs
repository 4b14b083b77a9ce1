namespace Infra.Core.Serving;

/// <summary>Requests that are gathered and run together.</summary>
/// <param name="MaxBatchSize">Most requests of one batch.</param>
/// <param name="MaxLatency">Longest that the first request of a batch waits for others.</param>
/// <param name="Timeout">Longest that a request may wait for its batch to run; null for as long as it takes.</param>
public sealed record BatchingOptions(int MaxBatchSize, TimeSpan MaxLatency, TimeSpan? Timeout = null);
