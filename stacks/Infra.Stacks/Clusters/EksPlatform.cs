using System.Collections.Immutable;
using Infra.Components.Clusters;
using Infra.Components.Network;
using Infra.Components.Nodes;
using Infra.Core.Catalog;
using Infra.Core.Clusters;
using Infra.Core.Naming;
using Infra.Core.Network;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>
/// A cluster that the stack makes: network, control plane, add-ons of nodes, nodes for controllers, the other add-ons, in this order. EKS Auto Mode brings
/// the nodes and most of the add-ons itself.
/// </summary>
internal sealed class EksPlatform
{
    private readonly string _environment;
    private readonly PlatformSettings _settings;
    private readonly EksConfig _config;
    private readonly AwsConfig _aws;
    private readonly ProviderResource _provider;
    private readonly Adoption _adoption;

    private EksPlatform(string environment, PlatformSettings settings, ProviderResource provider, Adoption adoption)
    {
        (_environment, _settings, _provider, _adoption) = (environment, settings, provider, adoption);
        (_config, _aws) = (settings.Cluster.Eks!, settings.Aws!);
        Name = _config.Name ?? NameRules.EksCluster.Derive(PlatformSettings.ConfigNamespace, environment);
    }

    private string Name { get; }

    // Pods' own subnets by zone; none if they live in the nodes'.
    private IReadOnlyDictionary<string, Output<string>> PodSubnets { get; set; } = ImmutableDictionary<string, Output<string>>.Empty;

    /// <summary>Declares the cluster of the settings.</summary>
    public static PlatformCluster Create(string environment, PlatformSettings settings, ProviderResource provider, Adoption adoption) =>
        new EksPlatform(environment, settings, provider, adoption).Create();

    private PlatformCluster Create()
    {
        var (subnets, network) = CreateNetwork();
        var cluster = CreateCluster(subnets, network);
        var early = CreateAddOns(cluster, needNodes: false, [cluster]);
        Resource nodes = IsAutoMode ? cluster : CreateSystemPool(cluster, subnets, early);
        var late = CreateAddOns(cluster, needNodes: true, [nodes]);
        return new PlatformCluster
        {
            DisplayName = Name,
            EksName = cluster.ClusterName,
            Subnets = subnets,
            CniUsesNodeRole = CniUsesNodeRole,
            NodeRoleArn = _config.NodeRoleArn,
            NodeNetwork = (cluster.VpcId, cluster.SecurityGroupId),
            ServiceCidr = _config.ServiceCidr is { } services ? Output.Create(services.ToString()) : cluster.ServiceCidr,
            ApiServer = Output.Tuple(cluster.Endpoint, cluster.CertificateAuthority),
            Access = [cluster],
            BeforeNodes = IsAutoMode ? [cluster] : early,
            Ready = [nodes, .. late],
        };
    }

    private bool IsAutoMode => _settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode;

    private bool CniUsesNodeRole => _config.AddOns.Foreign.Contains(EksAddOns.VpcCni.Name);

    private (ImmutableArray<(string Zone, Input<string> SubnetId)> Subnets, Resource[] Network) CreateNetwork()
    {
        var config = _settings.Network!;
        if (config.Existing is { } existing)
        {
            return ([.. existing.Zones.Select(zone => (zone.Name, (Input<string>)zone.SubnetId))], []);
        }

        var layout = NetworkPlan.Of(_settings, config).Subnets;
        var natZones = NetworkPlan.NatZones(config);
        var network = new ClusterNetwork("network", new ClusterNetworkArgs
        {
            ClusterName = Name,
            Region = _aws.Region,
            AccountId = _aws.AccountId,
            Cidr = config.Cidr.ToString(),
            PodCidr = config.PodCidr?.ToString(),
            Zones =
            [
                .. layout.Where(subnet => subnet.Role == SubnetRole.Private).Select(subnet => new NetworkZoneArgs
                {
                    Name = subnet.Zone,
                    PrivateCidr = subnet.Network.ToString(),
                    PublicCidr = Cidr(subnet.Zone, SubnetRole.Public),
                    PodCidr = Cidr(subnet.Zone, SubnetRole.Pods),
                    NatGateway = natZones.Contains(subnet.Zone),
                }),
            ],
            InterfaceEndpoints = [.. NetworkPlan.Endpoints(_settings, config)],
            FlowLogDays = config.FlowLogDays,
        }, Options());
        PodSubnets = network.PodSubnetsByZone();
        return ([.. network.PrivateSubnetsByZone().OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => (zone.Key, (Input<string>)zone.Value))], [network]);

        string? Cidr(string zone, SubnetRole role) => layout.FirstOrDefault(other => (other.Zone, other.Role) == (zone, role))?.Network.ToString();
    }

    private EksCluster CreateCluster(ImmutableArray<(string Zone, Input<string> SubnetId)> subnets, Resource[] network) =>
        new("cluster", new EksClusterArgs
        {
            ClusterName = Name,
            Region = _aws.Region,
            AccountId = _aws.AccountId,
            Version = _config.Version,
            SubnetIds = subnets.Select(subnet => subnet.SubnetId).ToArray(),
            PublicAccessCidrs = [.. _config.PublicAccessCidrs.Select(network => network.ToString())],
            Administrators = _config.Administrators.ToDictionary(),
            NodeRoleArns = _config.ForeignNodeRoles.ToDictionary(role => role.Key, role => (Input<string>)role.Value),
            LogRetentionDays = _config.LogRetentionDays,
            ExtendedSupport = _config.ExtendedSupport,
            ZonalShift = _config.ZonalShift,
            ServiceCidr = _config.ServiceCidr?.ToString(),
            Protect = _config.Protect,
            SecretsKeyArn = _config.SecretsKeyArn is { } key ? (Input<string>)key : null,
            RoleArn = _config.ControlPlaneRoleArn is { } role ? (Input<string>)role : null,
            RemoteNodeCidrs = [.. (_config.RemoteNetwork?.NodeCidrs ?? []).Select(network => network.ToString())],
            RemotePodCidrs = [.. (_config.RemoteNetwork?.PodCidrs ?? []).Select(network => network.ToString())],
            AutoMode = IsAutoMode,
        }, Options(network));

    private SystemNodePool CreateSystemPool(
        EksCluster cluster, ImmutableArray<(string Zone, Input<string> SubnetId)> subnets, ImmutableArray<Resource> dependsOn)
    {
        var config = _settings.SystemPool ?? new SystemPoolConfig();
        return new SystemNodePool(SystemNodePoolArgs.DefaultPoolName, new SystemNodePoolArgs
        {
            ClusterName = cluster.ClusterName,
            InstanceTypes = [.. config.Types()],
            AmiType = config.AmiType,
            KubernetesVersion = _config.Version,
            AmiReleaseVersion = config.AmiReleaseVersion,
            MinSize = config.Min,
            MaxSize = config.Max,
            PodsPerNode = ManagedNodePods.Of(config.Types().Select(name => InstanceCatalog.Default.All.Single(type => type.Name == name)), _config, _settings.Network),
            // It finds every node group by the tags that EKS sets, this one too.
            NodeAutoscaler = _settings.NodeAutoscaling.Kind == NodeAutoscalerKind.ClusterAutoscaler,
            SubnetIds = subnets.Select(subnet => subnet.SubnetId).ToArray(),
            RootVolumeGiB = (int)(config.RootVolume.Bytes >> 30),
            Labels = config.Labels.ToDictionary(),
            NodeRoleArn = _config.NodeRoleArn is { } role ? (Input<string>)role : null,
            AttachCniPolicy = CniUsesNodeRole,
            InstanceTags = Tags.For(_environment, _aws).ToDictionary(),
        }, Options([.. dependsOn]));
    }

    private ImmutableArray<Resource> CreateAddOns(EksCluster cluster, bool needNodes, Resource[] dependsOn)
    {
        var addOns = ImmutableArray.CreateBuilder<Resource>();
        Resource? agent = null;
        foreach (var spec in _config.AddOns.Managed(IsAutoMode).Where(spec => spec.NeedsNodes == needNodes && spec != EksAddOns.S3CsiDriver))
        {
            // An add-on with a role waits for the agent that hands it out.
            var addOn = PlatformAddOns.Create(
                cluster.ClusterName, spec, _config, Options([.. dependsOn, .. agent is null ? Array.Empty<Resource>() : [agent]]), configuration: Configuration(spec));
            agent ??= spec == EksAddOns.PodIdentityAgent ? addOn : null;
            addOns.Add(addOn);
        }

        return addOns.ToImmutable();
    }

    private Input<string>? Configuration(EksAddOnSpec spec)
    {
        if (spec == EksAddOns.PodIdentityAgent && !_settings.EdgePools.IsEmpty)
        {
            return EksAddOns.PodIdentityOnHybridNodes;
        }

        if (spec != EksAddOns.VpcCni)
        {
            return null;
        }

        var subnets = Output.All(PodSubnets.Select(zone => zone.Value.Apply(id => (Zone: zone.Key, Id: id))));
        return subnets.Apply(all => VpcCniConfiguration.Of(
            _settings.Network!.PrefixDelegation, _aws.Region, all.ToImmutableSortedDictionary(subnet => subnet.Zone, subnet => subnet.Id, StringComparer.Ordinal)));
    }

    private ComponentResourceOptions Options(params Resource[] dependsOn)
    {
        var options = new ComponentResourceOptions { Providers = { _provider }, DependsOn = dependsOn, ResourceTransformations = { _adoption.Transform } };
        RoleBoundary.Of(_settings)?.On(options);
        return options;
    }
}
