using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Serving;

namespace Infra.Stacks.Configuration;

/// <summary>The repository of the runtime <c>triton</c>.</summary>
public sealed record TritonConfig
{
    /// <summary>Models whose <c>config.pbtxt</c> is written for them. The others of the repository bring theirs: ensembles and PyTorch models must.</summary>
    public ImmutableArray<TritonModelConfig> Models { get; init; } = [];
}

/// <summary>A model of Triton's repository whose <c>config.pbtxt</c> is written for it.</summary>
public sealed record TritonModelConfig : IConfigRules
{
    /// <summary>Its directory in the repository.</summary>
    [Matches("[A-Za-z0-9][A-Za-z0-9_.-]*", "a name of letters, digits and '_', '.', '-'")]
    public required string Name { get; init; }

    /// <summary>What runs it.</summary>
    public required TritonBackend Backend { get; init; }

    /// <summary>Copies of the model on every GPU, or on the CPU where there is none. Default: 1.</summary>
    [InRange(Min = 1, Max = 64)]
    public int Instances { get; init; } = 1;

    /// <summary>Requests that are gathered and run together. Default: the model's <c>batching</c>.</summary>
    public BatchingConfig? Batching { get; init; }

    /// <summary>Sizes that a batch should have, where the model runs some better than others; no larger than the largest. Default: any.</summary>
    public ImmutableArray<int> PreferredBatchSizes { get; init; } = [];

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        for (var i = 0; i < PreferredBatchSizes.Length; i++)
        {
            if (PreferredBatchSizes[i] < 1 || PreferredBatchSizes[i] > Batching?.MaxBatchSize)
            {
                problems.Add(
                    ConfigPath.Index(ConfigPath.Key(path, "preferredBatchSizes"), i),
                    $"{PreferredBatchSizes[i]} is no size of a batch; allowed: 1 to {Batching?.MaxBatchSize.ToString() ?? "maxBatchSize"}");
            }
        }
    }

    /// <summary>The same in the form of the runtime.</summary>
    internal TritonModel ToModel() => new()
    {
        Name = Name,
        Backend = Backend,
        Instances = Instances,
        DynamicBatching = Batching?.ToOptions(),
        PreferredBatchSizes = PreferredBatchSizes,
    };
}
