using System.Collections.Frozen;
using System.Collections.Immutable;
using Infra.Planning.Policies.Cost;
using Infra.Planning.Policies.Gpu;
using Infra.Planning.Policies.Kubernetes;
using Infra.Planning.Policies.Network;
using Infra.Planning.Policies.Reliability;
using Infra.Planning.Policies.Security;
using Infra.Planning.Policies.Suppressions;

namespace Infra.Planning.Policies;

/// <summary>Every rule that there is, family by family, in the order of ids.</summary>
public static class PolicyRules
{
    private static readonly FrozenSet<string> _ids;

    static PolicyRules()
    {
        All =
        [
            new GpuPodsFindAPool(),
            new GpuPodsChooseGpus(),
            new GpuLimitsAreRequests(),
            new WholeGpus(),
            new SelectorsKnownBeforeNodes(),
            new LabelsThatExist(),
            new DevicePluginsTolerateGpuTaints(),
            new GpuNodesHaveDevicePlugin(),
            new OneDevicePlugin(),
            new LivingAmis(),
            new CurrentGpus(),
            new MigWhereItExists(),
            new SharedGpuMemoryIsBounded(),
            new RolloutsNeedNoSpareGpu(),
            new RayServicesUpgradeInPlace(),
            new GpusPerNode(),
            new KarpenterKeepsBusyGpus(),
            new ParallelismFitsGpus(),
            new PrecisionFitsGpus(),
            new SlicedGpusAreKnown(),
            new GpusComeFromThePlugin(),

            new HostNamespaces(),
            new HostVolumes(),
            new PrivilegedContainers(),
            new PrivilegeEscalation(),
            new RootContainers(),
            new Capabilities(),
            new SystemCallProfiles(),
            new HostReach(),
            new SecretsInVariables(),
            new StaticAwsKeys(),
            new SecretsInConfigMaps(),
            new SecretsInPlainSight(),
            new InstanceMetadata(),
            new EncryptedStorage(),
            new PublicEndpoints(),
            new PrivateBuckets(),
            new NarrowIamPolicies(),
            new OpenPorts(),
            new FixedImages(),
            new KnownRegistries(),
            new NarrowRoles(),
            new ExplicitProviders(),
            new KnownAccounts(),

            new NamespacesHaveNetworkPolicies(),
            new LoadBalancersKnowTheirClients(),
            new LivingIngressControllers(),
            new PublicIngressesAreEncrypted(),
            new MonitorsFindPorts(),

            new LargeModelsStartInPeace(),
            new ServersSayWhenReady(),
            new DeadlinesCoverStarts(),
            new PulumiWaitsLongEnough(),
            new BudgetsLetDrainsEnd(),
            new QuotasLeaveRoom(),
            new SharedVolumesCanBeShared(),
            new DisksFollowPods(),
            new AutoscalersOwnReplicas(),
            new OneAutoscaler(),
            new AutoscalersFindScale(),
            new BoundsInOrder(),
            new SpotHasAlternatives(),
            new DataOutlivesStacks(),
            new BucketsRemember(),
            new NodesKeepTheirImage(),
            new AutoscalersOwnNodes(),
            new GpuScalingByDemand(),
            new DefinitionsComeFirst(),
            new PodsComeBack(),
            new PinsInSupport(),

            new KarpenterHasLimits(),
            new KubernetesInStandardSupport(),
            new GpuNodesKeepOthersOff(),
            new OnlyGpuPodsOnGpuNodes(),
            new BucketsAreReachedInside(),
            new CurrentVolumeTypes(),
            new LogsEnd(),

            new ServedVersions(),
            new LivingDefinitions(),
            new ContainersRequest(),
            new ContainersLimitMemory(),
            new InferenceServiceFields(),
            new SelectorsSelectTheirPods(),
            new NodesComeFromPools(),
            new AveragesAreAverages(),
            new ObjectsAreMadeOnce(),
            new LabelsThatEksTakes(),

            new SuppressionsThatCount(),
            new SuppressionsInForce(),
        ];
        _ids = All.Select(rule => rule.About.Id).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>All of them.</summary>
    public static ImmutableArray<IPolicyRule> All { get; }

    /// <summary>Whether there is a rule of that id.</summary>
    public static bool IsRule(string id) => _ids.Contains(id);
}
