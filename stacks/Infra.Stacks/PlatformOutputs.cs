using System.Collections.Immutable;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Outputs of the stack: what people and other stacks read.</summary>
public sealed record PlatformOutputs
{
    /// <summary>Name of the cluster: the EKS cluster's, or the kubeconfig's context.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Namespace of the models.</summary>
    public required Output<string> Namespace { get; init; }

    /// <summary>Names of the model buckets in S3, by their name in the configuration.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> Buckets { get; init; }

    /// <summary>URLs of the models inside the cluster, by model.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> Endpoints { get; init; }

    /// <summary>The outputs under the names that a StackReference asks for.</summary>
    public IDictionary<string, object?> ToDictionary() => new Dictionary<string, object?>
    {
        ["clusterName"] = ClusterName,
        ["namespace"] = Namespace,
        ["buckets"] = Buckets,
        ["endpoints"] = Endpoints,
    };
}
