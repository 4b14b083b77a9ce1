using Infra.Components.Predictions;
using Infra.Core.Configuration;
using Infra.Core.Serving.Predictions;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>Where the predictions of models with <c>predictionCache</c> are kept: exactly one of the three.</summary>
public sealed record PredictionStoreConfig : IConfigRules
{
    /// <summary>A serverless cache of ElastiCache, on EKS only.</summary>
    public ElastiCacheConfig? ElastiCache { get; init; }

    /// <summary>A server in the cluster, which starts empty whenever its pod does.</summary>
    public ClusterStoreConfig? Cluster { get; init; }

    /// <summary>A server of Redis' protocol that is there already.</summary>
    public ExistingStoreConfig? Existing { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        var named = new[] { ("elastiCache", ElastiCache is not null), ("cluster", Cluster is not null), ("existing", Existing is not null) }
            .Where(kind => kind.Item2)
            .Select(kind => kind.Item1)
            .ToList();
        if (named.Count != 1)
        {
            problems.Add(path, $"has {(named.Count == 0 ? "none of elastiCache, cluster and existing" : string.Join(" and ", named))}; exactly one of them says where predictions are kept");
        }
    }
}

/// <summary>A serverless cache of ElastiCache; it costs by what it holds and by what is asked of it.</summary>
public sealed record ElastiCacheConfig
{
    /// <summary>Most that it holds, in GB. Default: 5.</summary>
    [InRange(Min = 1, Max = 5000)]
    public int MaxStorageGB { get; init; } = ElastiCacheArgs.DefaultMaxStorageGB;

    /// <summary>Most ElastiCache processing units per second; a read or write of a kilobyte takes one. Default: 5000.</summary>
    [InRange(Min = 1000, Max = 15_000_000)]
    public int MaxEcpuPerSecond { get; init; } = ElastiCacheArgs.DefaultMaxEcpuPerSecond;
}

/// <summary>A store of predictions in the cluster.</summary>
public sealed record ClusterStoreConfig
{
    /// <summary>Memory of its pod, of which three quarters hold predictions. Default: 1Gi.</summary>
    [InRange<ByteSize>(Min = "64Mi", Max = "1Ti")]
    public ByteSize Memory { get; init; } = PredictionStoreArgs.DefaultMemory;
}

/// <summary>A store of predictions that is there already, reached from the models' namespace: one server, or a proxy of several, since nobody here follows a cluster's references.</summary>
public sealed record ExistingStoreConfig
{
    /// <summary>Host.</summary>
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", "a host name of lower-case letters, digits, '-' and '.'")]
    public required string Host { get; init; }

    /// <summary>Port. Default: 6379.</summary>
    [InRange(Min = 1, Max = 65535)]
    public int Port { get; init; } = PredictionStoreServer.Port;

    /// <summary>Whether it talks TLS, with a certificate of a public authority for its host. Default: true.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Name of a Secret in the models' namespace whose key <c>password</c> holds the password. Default: none.</summary>
    [SecretByMistake]
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", "a lower-case name of letters, digits, '-' and '.'")]
    public string? PasswordSecret { get; init; }
}
