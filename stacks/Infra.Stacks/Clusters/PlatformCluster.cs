using System.Collections.Immutable;
using Infra.Core.Storage;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;
using Pulumi;
using Eks = Pulumi.Aws.Eks;

namespace Infra.Stacks.Clusters;

/// <summary>The cluster of an environment as everything on it sees it, whoever made it.</summary>
internal sealed record PlatformCluster
{
    /// <summary>Name for people and stack references: the EKS cluster's, or the kubeconfig's context.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Name of the EKS cluster; what takes it comes after the cluster. Null for a cluster that isn't EKS.</summary>
    public Input<string>? EksName { get; init; }

    /// <summary>Private subnet of each zone, in the order of the configuration; empty where the stack launches no nodes.</summary>
    public ImmutableArray<(string Zone, Input<string> SubnetId)> Subnets { get; init; } = [];

    /// <summary>Whether the VPC CNI runs with the nodes' role because it has none of its own.</summary>
    public bool CniUsesNodeRole { get; init; } = true;

    /// <summary>ARN of the role of all managed nodes; null if each pool has its own.</summary>
    public string? NodeRoleArn { get; init; }

    /// <summary>VPC of the nodes, and the security group that EKS made for the cluster; null where no pool asks for them.</summary>
    public (Output<string> VpcId, Output<string> SecurityGroupId)? NodeNetwork { get; init; }

    /// <summary>Address of the API server; null where somebody has to look it up.</summary>
    public Output<(string Endpoint, string CertificateAuthority)>? ApiServer { get; init; }

    /// <summary>Addresses of the cluster's Services; null where only somebody else knows them, and where nobody asks.</summary>
    public Output<string>? ServiceCidr { get; init; }

    /// <summary>What has to exist before anybody talks to the API server: the cluster with its access entries.</summary>
    public ImmutableArray<Resource> Access { get; init; } = [];

    /// <summary>What has to exist before nodes join: the add-ons that every node needs.</summary>
    public ImmutableArray<Resource> BeforeNodes { get; init; } = [];

    /// <summary>What has to exist before pods run, and must outlive them: nodes for controllers, DNS, volumes.</summary>
    public ImmutableArray<Resource> Ready { get; init; } = [];

    /// <summary>The cluster of the settings; declares it if it is a new one.</summary>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="settings">Checked settings.</param>
    /// <param name="aws">The AWS provider; there is one wherever a cluster is EKS.</param>
    /// <param name="adoption">What is taken over.</param>
    public static PlatformCluster Create(string environment, PlatformSettings settings, ProviderResource? aws, Adoption adoption) => settings.Cluster switch
    {
        { Eks: not null } => EksPlatform.Create(environment, settings, aws!, adoption),
        { Existing: { } existing } => new PlatformCluster
        {
            DisplayName = existing.Name,
            EksName = existing.Name,
            Subnets = [.. existing.Zones.Select(zone => (zone.Name, (Input<string>)zone.SubnetId))],
            NodeNetwork = settings.Pools.Any(pool => pool.Efa)
                || settings.Storage.Volumes.Any(volume => volume.Kind is { } kind && VolumeKinds.HasNetwork(kind))
                || settings.NodeAutoscaling.Kind is NodeAutoscalerKind.Karpenter or NodeAutoscalerKind.AutoMode
                || RegistryRules.UsesRds(settings)
                || settings.PredictionStore?.ElastiCache is not null
                || TrafficPlan.NeedsLoadBalancerController(settings)
                ? LookUpNetwork(existing.Name, aws)
                : null,
            ServiceCidr = settings.Dns is { NodeLocalCache: true, ServiceAddress: null } ? LookUpServices(existing.Name, aws) : null,
        },
        _ => new PlatformCluster { DisplayName = settings.Cluster.Kubeconfig!.Context },
    };

    /// <summary>These zones with their subnets, or all if there are none.</summary>
    public IEnumerable<(string Zone, Input<string> SubnetId)> SubnetsOf(ImmutableArray<string> zones) =>
        Subnets.Where(subnet => zones.IsEmpty || zones.Contains(subnet.Zone));

    private static Output<string> LookUpServices(string cluster, ProviderResource? aws) =>
        Eks.GetCluster.Invoke(new Eks.GetClusterInvokeArgs { Name = cluster }, new InvokeOptions { Provider = aws }).Apply(eks => eks.KubernetesNetworkConfigs[0].ServiceIpv4Cidr);

    private static (Output<string> VpcId, Output<string> SecurityGroupId) LookUpNetwork(string cluster, ProviderResource? aws)
    {
        var found = Eks.GetCluster.Invoke(new Eks.GetClusterInvokeArgs { Name = cluster }, new InvokeOptions { Provider = aws }).Apply(eks => eks.VpcConfig);
        return (found.Apply(network => network.VpcId), found.Apply(network => network.ClusterSecurityGroupId));
    }
}
