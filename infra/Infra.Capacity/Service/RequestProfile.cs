namespace Infra.Capacity.Service;

/// <summary>What one replica does for a model that answers a request at once: classifiers, detectors, embeddings.</summary>
public sealed record RequestProfile : ServiceProfile
{
    /// <summary>Time by the number of requests in a batch, one batch at a time on one server.</summary>
    public required TimeCurve BatchTimes { get; init; }

    /// <summary>How the times lie around that mean.</summary>
    public ServiceSpread Spread { get; init; } = ServiceSpread.Deterministic;

    /// <summary>Servers of the replica: model instances or worker processes that work side by side, each on a batch of its own.</summary>
    public int Servers { get; init; } = 1;

    /// <summary>Most requests of one batch; 1 is no batching. Sizes beyond the last point of <see cref="BatchTimes"/> are refused: nobody knows whether they fit the GPU's memory.</summary>
    public int MaxBatchSize { get; init; } = 1;

    /// <summary>How long the batcher waits for a full batch while a server is free, in microseconds, counted from the oldest waiting request.</summary>
    public long MaxBatchDelayMicros { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> Problems()
    {
        foreach (var problem in CommonProblems())
        {
            yield return problem;
        }

        if (Servers < 1)
        {
            yield return $"servers: {Servers} is less than 1";
        }

        if (MaxBatchSize < 1 || MaxBatchSize > BatchTimes.LastSize)
        {
            yield return $"maxBatchSize: {MaxBatchSize} is not between 1 and {BatchTimes.LastSize}, the largest batch with a time";
        }

        if (MaxBatchDelayMicros < 0)
        {
            yield return $"maxBatchDelayMicros: {MaxBatchDelayMicros} is less than 0";
        }
    }
}
