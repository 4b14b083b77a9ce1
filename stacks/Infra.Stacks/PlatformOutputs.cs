using System.Collections.Immutable;
using Infra.Stacks.Layers;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Outputs of the stack: what people and other stacks read.</summary>
public sealed record PlatformOutputs
{
    /// <summary>The output with the buckets' names.</summary>
    internal const string BucketsOutput = "buckets";

    /// <summary>The output with the ids of the buckets' keys.</summary>
    internal const string BucketKeysOutput = "bucketKeys";

    /// <summary>Name of the cluster: the EKS cluster's, or the kubeconfig's context.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Namespace of the models that belong to no tenant.</summary>
    public required Output<string> Namespace { get; init; }

    /// <summary>Namespaces of the tenants, by tenant. No output without tenants.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> Tenants { get; init; }

    /// <summary>Names of the model buckets in S3, by their name in the configuration.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> Buckets { get; init; }

    /// <summary>Names of their copies in other regions, by the name of the bucket in the configuration. No output where there are none.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> ReplicaBuckets { get; init; }

    /// <summary>ARNs of the keys of these copies, for whoever reads them.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> ReplicaKeys { get; init; }

    /// <summary>URLs of the models inside the cluster, by model.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> Endpoints { get; init; }

    /// <summary>URLs of the models outside the cluster, by model. No output where none is exposed.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> PublicEndpoints { get; init; }

    /// <summary>URL of the model registry inside the cluster; no output without one.</summary>
    public Output<string>? Registry { get; init; }

    /// <summary>Password of Grafana's user <c>admin</c>, a secret; no output without Grafana.</summary>
    public Output<string>? GrafanaPassword { get; init; }

    /// <summary>What a host of an edge pool joins the cluster with (<c>nodeadm</c>'s NodeConfig), by pool; docs/edge-pools.md says how. No output without edge pools.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> EdgeNodeConfigs { get; init; }

    /// <summary>Until when a temporary environment is needed, in UTC; <c>./run reap</c> destroys it afterwards. No output where it is to stay.</summary>
    public string? TemporaryUntil { get; init; }

    /// <summary>What stacks of models may count on (docs/layers.md), and with it the keys of the buckets; no output where the stack is a platform of nobody.</summary>
    public (ImmutableSortedDictionary<string, string> Facts, ImmutableSortedDictionary<string, Output<string>> BucketKeys)? Layer { get; init; }

    /// <summary>The stack whose platform the models stand on; no output where they stand on this one's.</summary>
    public Output<string>? Platform { get; init; }

    /// <summary>The outputs under the names that a StackReference asks for.</summary>
    public IDictionary<string, object?> ToDictionary()
    {
        var outputs = new Dictionary<string, object?>
        {
            ["clusterName"] = ClusterName,
            ["namespace"] = Namespace,
            [BucketsOutput] = Buckets,
            ["endpoints"] = Endpoints,
        };
        if (!Tenants.IsEmpty)
        {
            outputs["tenants"] = Tenants;
        }

        if (!ReplicaBuckets.IsEmpty)
        {
            outputs["replicaBuckets"] = ReplicaBuckets;
            outputs["replicaKeys"] = ReplicaKeys;
        }

        if (!PublicEndpoints.IsEmpty)
        {
            outputs["publicEndpoints"] = PublicEndpoints;
        }

        if (Registry is not null)
        {
            outputs["registry"] = Registry;
        }

        if (GrafanaPassword is not null)
        {
            outputs["grafanaPassword"] = GrafanaPassword;
        }

        if (!EdgeNodeConfigs.IsEmpty)
        {
            outputs["edgeNodeConfigs"] = EdgeNodeConfigs;
        }

        if (TemporaryUntil is not null)
        {
            outputs["temporaryUntil"] = TemporaryUntil;
        }

        if (Layer is { } layer)
        {
            outputs[ModelsLayer.FactsOutput] = layer.Facts;
            outputs[BucketKeysOutput] = layer.BucketKeys;
        }

        if (Platform is not null)
        {
            outputs["platform"] = Platform;
        }

        return outputs;
    }
}
