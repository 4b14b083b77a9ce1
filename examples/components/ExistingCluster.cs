using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Pulumi;
using Aws = Pulumi.Aws;
using K8s = Pulumi.Kubernetes;

namespace Infra.Examples;

/// <summary>An EKS cluster that exists, as the stack's configuration describes it, and the providers for it: components get theirs explicitly.</summary>
public sealed class ExistingCluster
{
    private readonly ProviderResource[] _providers;

    private ExistingCluster(Config config)
    {
        Region = config.Require("region");
        AccountId = config.Require("accountId");
        Name = config.Require("cluster");
        Namespace = config.Get("namespace") ?? "inference";
        VpcId = config.Require("vpcId");
        NodeSecurityGroupId = config.Require("nodeSecurityGroupId");
        Zones = [.. config.RequireObject<Dictionary<string, string>>("subnets").OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => new NodeZoneArgs { Name = zone.Key, SubnetId = zone.Value })];
        _providers =
        [
            new Aws.Provider("aws", new Aws.ProviderArgs { Region = Region, AllowedAccountIds = AccountId }),
            new K8s.Provider("kubernetes", new K8s.ProviderArgs { Context = config.Require("context"), ClusterIdentifier = Name, EnableServerSideApply = true }),
            new Pulumi.Random.Provider("random"),
        ];
    }

    /// <summary>Region of the cluster.</summary>
    public string Region { get; }

    /// <summary>AWS account of the cluster.</summary>
    public string AccountId { get; }

    /// <summary>Name of the cluster.</summary>
    public string Name { get; }

    /// <summary>Namespace of models and jobs, which exists.</summary>
    public string Namespace { get; }

    /// <summary>VPC of the cluster.</summary>
    public string VpcId { get; }

    /// <summary>Security group of its nodes.</summary>
    public string NodeSecurityGroupId { get; }

    /// <summary>Zones with the private subnets of the nodes; <c>subnets</c> maps one to the other.</summary>
    public IReadOnlyList<NodeZoneArgs> Zones { get; }

    /// <summary>Reads the configuration of the stack.</summary>
    public static ExistingCluster FromConfig() => new(new Config());

    /// <summary>Options of a component.</summary>
    /// <param name="dependsOn">What has to be there before it.</param>
    public ComponentResourceOptions With(params Resource[] dependsOn) => new() { Providers = [.. _providers], DependsOn = dependsOn };

    /// <summary>Nodes with NVIDIA GPUs that are there already, by the label and the taint that pools of this project have.</summary>
    /// <param name="pool">Name of the pool.</param>
    /// <param name="gpusPerNode">GPUs of a node.</param>
    public static PoolReferenceArgs Gpus(string pool, int gpusPerNode) =>
        PoolReferenceArgs.From(PoolContract.ForExistingNodes(pool, [new(NodeLabels.Pool, pool)], [PoolContract.OwnTaint], gpusPerNode));

    /// <summary>The nodes of the cluster without GPUs.</summary>
    public static PoolReferenceArgs Cpus() => PoolReferenceArgs.From(PoolContract.ForExistingNodes("cpu", [new("kubernetes.io/os", "linux")], [], 0));
}
