using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Logs of all containers, read by Fluent Bit on every node, and kept in exactly one of the two.</summary>
public sealed record LogsConfig : IConfigRules
{
    /// <summary>Loki, installed here: in a bucket of its own on EKS, on a volume elsewhere. Default: none.</summary>
    public LokiConfig? Loki { get; init; }

    /// <summary>A log group of CloudWatch Logs, on EKS. Default: none.</summary>
    public CloudWatchLogsConfig? CloudWatch { get; init; }

    /// <summary>
    /// Namespaces whose logs stay on their nodes, where <c>kubectl logs</c> finds them as long as the pod is there: what isn't kept costs nothing. A single pod says so by its
    /// annotation <c>fluentbit.io/exclude: "true"</c>. Default: none.
    /// </summary>
    public ImmutableArray<string> ExcludedNamespaces { get; init; } = [];

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if ((Loki is null) == (CloudWatch is null) && !problems.Cover(path))
        {
            problems.Add(path, Loki is null ? "keeps no logs; set loki or cloudWatch" : "has both loki and cloudWatch; logs are kept once, so remove one of them");
        }
    }
}
