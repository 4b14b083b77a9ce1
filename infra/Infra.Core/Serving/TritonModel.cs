using System.Collections.Immutable;

namespace Infra.Core.Serving;

/// <summary>A model of Triton's repository whose configuration we write; others bring their own <c>config.pbtxt</c>.</summary>
public sealed record TritonModel
{
    /// <summary>Its directory in the repository.</summary>
    public required string Name { get; init; }

    /// <summary>What runs it.</summary>
    public required TritonBackend Backend { get; init; }

    /// <summary>Copies of the model on every GPU, or on the CPU where there is none.</summary>
    public int Instances { get; init; } = 1;

    /// <summary>Requests that are gathered and run together; null for none.</summary>
    public BatchingOptions? DynamicBatching { get; init; }

    /// <summary>Sizes that a batch should have, where the model runs some better than others; smaller than the largest.</summary>
    public ImmutableArray<int> PreferredBatchSizes { get; init; } = [];
}
