using System.Collections.Immutable;
using Infra.Components.Accelerators;
using Infra.Components.Costs;
using Infra.Components.Identity;
using Infra.Components.Keda;
using Infra.Components.Monitoring.Stack;
using Infra.Components.Nodes;
using Infra.Components.Serving;
using Infra.Components.Storage;
using Infra.Components.VerticalScaling;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Clusters;
using Infra.Core.Naming;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;
using Infra.Stacks.Jobs;
using Infra.Stacks.Layers;
using Infra.Stacks.Rollouts;
using Infra.Stacks.Rules;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The table of contents of an environment: which components there are and what each gets from the others.</summary>
internal sealed class Platform
{
    private readonly string _environment;
    private readonly PlatformSettings _settings;
    private readonly PlatformCluster _cluster;
    private readonly Providers _providers;
    private readonly MonitoringStack? _monitoring;
    private readonly PlatformPools _pools;
    private readonly PlatformTenants _tenants;
    private readonly PlatformExternalSecrets? _external;
    private readonly PlatformSecrets _secrets;
    private readonly ModelsLayer? _layer;
    private IReadOnlyDictionary<string, ComponentResource> _devicePlugins = new Dictionary<string, ComponentResource>();
    private IReadOnlyDictionary<ServingBackend, ComponentResource> _backends = new Dictionary<ServingBackend, ComponentResource>();
    private KedaOperator? _keda;
    private SchedulingPriorities? _priorities;
    private PlatformTraffic? _traffic;
    private VerticalRecommender? _recommender;

    private Platform(string environment, PlatformSettings settings, Adoption adoption)
    {
        _environment = environment;
        _settings = settings;
        var tags = Tags.OfProvider(environment, settings);
        var aws = Providers.CreateAws(settings.Aws, tags);
        _cluster = PlatformCluster.Create(environment, settings, aws, adoption);
        _providers = Providers.Create(settings, aws, tags, _cluster, adoption);
        if (ModelsLayer.Of(settings) is { } layer)
        {
            _layer = layer;
            _cluster = _cluster with { Ready = [layer.Platform] };
            _pools = new PlatformPools(environment, settings, _cluster, _providers);
            _tenants = PlatformTenants.Elsewhere(settings, layer.Platform);
            _secrets = new PlatformSecrets(settings, _providers, external: null);
            return;
        }

        if (PlatformContainerRegistry.Create(settings, _providers) is { } registry)
        {
            _providers = _providers.Through(registry, CachedImages.Of(settings));
        }

        _monitoring = PlatformMonitoring.Create(environment, settings, _cluster, _providers);
        if (_monitoring is not null)
        {
            // It brings the definitions of monitors and rules, which most components have.
            _cluster = _cluster with { Ready = [.. _cluster.Ready, _monitoring] };
        }

        _pools = new PlatformPools(environment, settings, _cluster, _providers);
        _tenants = PlatformTenants.Create(settings, _cluster, _providers);
        _external = PlatformExternalSecrets.Create(settings, _cluster, _providers, _monitoring);
        _secrets = new PlatformSecrets(settings, _providers, _external);
    }

    /// <summary>Declares everything that the environment's configuration describes.</summary>
    public static PlatformOutputs Create(string environment, PlatformSettings settings, Adoption adoption) =>
        new Platform(environment, settings, adoption).Create();

    private PlatformOutputs Create()
    {
        if (_layer is null)
        {
            CreateShared();
        }
        else
        {
            _pools.Know();
            // What models name there is nothing to declare for: it is the cluster's already, and the rules leave nothing else.
            _traffic = PlatformTraffic.Create(_settings, _cluster, _providers, _tenants, Tags.For(_environment, _settings.Aws), []);
        }

        _secrets.CreateStanding(_tenants);
        var storage = new PlatformStorage(_settings, _cluster, _providers, _tenants, _layer);
        storage.Create(_pools);
        PlatformImages.Create(_settings, _pools, _providers, _tenants.Own.Namespace);
        CreateBudget();
        var predictions = PlatformPredictions.Create(_environment, _settings, _cluster, _providers, _tenants);
        var models = new Dictionary<string, InferenceService>(StringComparer.Ordinal);
        foreach (var variant in _settings.Variants)
        {
            models[variant.Model.Name] = CreateModel(
                variant, models.GetValueOrDefault(ModelNames.Candidate(variant.Model.Name)), predictions, storage);
        }

        var registry = new PlatformJobs
        {
            Settings = _settings,
            Cluster = _cluster,
            Providers = _providers,
            Tenants = _tenants,
            Contracts = _pools.Contracts,
            Buckets = storage.Buckets,
            Volumes = storage.Volumes,
            Ray = _backends.GetValueOrDefault(ServingBackend.Ray),
            Keda = _keda,
            Before = (home, pools, priority) => Before(pools, priority, home),
        }.Create();
        PlatformChaos.Create(_settings, _cluster, _providers, _tenants.All.Select(home => home.Namespace), _pools.Contracts);
        PlatformBackup.Create(_settings, _cluster, _providers, storage.Volumes, RegistryRules.UsesRds(_settings) ? registry : null);
        return new PlatformOutputs
        {
            ClusterName = _cluster.DisplayName,
            Namespace = _tenants.Own.Namespace,
            Tenants = _tenants.Namespaces,
            Buckets = storage.Buckets.ToImmutableSortedDictionary(bucket => bucket.Key, bucket => bucket.Value.BucketName, StringComparer.Ordinal),
            ReplicaBuckets = storage.Replicas.ToImmutableSortedDictionary(bucket => bucket.Key, bucket => bucket.Value.BucketName, StringComparer.Ordinal),
            ReplicaKeys = storage.Replicas.ToImmutableSortedDictionary(bucket => bucket.Key, bucket => bucket.Value.KeyArn, StringComparer.Ordinal),
            Endpoints = models.ToImmutableSortedDictionary(
                model => model.Key, model => model.Value.CallersUrl, StringComparer.Ordinal),
            PublicEndpoints = _settings.Models.Where(model => model.Expose is not null)
                .ToImmutableSortedDictionary(model => model.Name, model => models[model.Name].PublicUrl, StringComparer.Ordinal),
            Registry = registry?.Url,
            TemporaryUntil = _settings.Temporary?.Until,
            GrafanaPassword = _settings.Monitoring.Stack is { Grafana: true } ? _monitoring!.GrafanaPassword : null,
            Layer = _settings.Platform is { Offers.IsEmpty: false }
                ? (
                    LayerFacts.Of(_settings, _cluster.DisplayName),
                    storage.Buckets.ToImmutableSortedDictionary(bucket => bucket.Key, bucket => bucket.Value.KeyArn.Apply(arn => arn[(arn.LastIndexOf('/') + 1)..]), StringComparer.Ordinal))
                : null,
            Platform = _layer?.AgreedOn(LayerFacts.Of(_settings, _cluster.DisplayName)),
            EdgeNodeConfigs = _pools.Edge.ToImmutableSortedDictionary(pool => pool.Key, pool => pool.Value.NodeConfig, StringComparer.Ordinal),
        };
    }

    // What a cluster has once, whoever's models stand on it.
    private void CreateShared()
    {
        _pools.Create();
        _devicePlugins = PlatformAccelerators.Create(_settings, _cluster, _pools, _providers);
        var certificates = PlatformCertificates.Create(_settings, _cluster, _providers);
        _backends = PlatformBackends.Create(_settings, _cluster, _providers, certificates);
        _keda = PlatformKeda.Create(_settings, _cluster, _providers);
        _recommender = PlatformRecommender.Create(_settings, _cluster, _providers);
        PlatformSecurity.Create(_settings, _cluster, _providers);
        _tenants.CreateTenants(_cluster, _providers, _pools.Contracts, _backends.GetValueOrDefault(ServingBackend.Ray));
        _traffic = PlatformTraffic.Create(_settings, _cluster, _providers, _tenants, Tags.For(_environment, _settings.Aws), certificates);
        _priorities = PlatformPriorities.Create(_settings, _cluster, _providers);
        PlatformDns.Create(_settings, _cluster, _providers);
        PlatformLogs.Create(_settings, _cluster, _providers);
        PlatformTraces.Create(_settings, _cluster, _providers, _external);
        PlatformDashboards.Create(_settings, _cluster, _pools.Contracts, _providers);
        PlatformHeadroom.Create(_settings, _priorities, _pools, _providers);
        PlatformAlertRules.Create(_settings, _cluster, _pools.Contracts, _providers);
    }

    private void CreateBudget()
    {
        if (_settings.Budget is { } budget)
        {
            _ = new EnvironmentBudget("budget", new EnvironmentBudgetArgs
            {
                MonthlyUsd = budget.MonthlyUsd,
                Emails = [.. budget.Emails],
                SnsTopicArn = budget.SnsTopicArn is { } topic ? (Input<string>)topic : null,
                EnvironmentTag = budget.Scope == BudgetScope.Environment ? _environment : null,
            }, _providers.Component());
        }
    }

    private InferenceService CreateModel(
        ModelVariant variant,
        InferenceService? candidate,
        PlatformPredictions predictions,
        PlatformStorage storage)
    {
        var model = variant.Model;
        var home = _tenants.Of(model.Tenant);
        var dependsOn = Before(PoolsOf(model), model.Priority, home);
        // On another stack's platform there is none of them here.
        dependsOn.AddRange(new Resource?[]
        {
            _backends.GetValueOrDefault(model.Backend), ModelScaling.NeedsKeda(model) ? _keda : null, model.VerticalRecommendations ? _recommender : null,
        }.OfType<Resource>());
        dependsOn.AddRange(_traffic!.Before(model));
        if (variant.Model.SharedName is not null && candidate is not null)
        {
            // No request goes to a candidate that doesn't serve yet.
            dependsOn.Add(candidate);
        }

        var priority = PlatformPriorities.ClassOf(model.Priority);
        var (source, transformerSource) = storage.Sources(model, dependsOn);
        var token = model.HuggingFaceToken is { } config ? _secrets.Token(config, home, dependsOn) : null;
        var expose = _traffic.Expose(model);
        var cache = predictions.Of(model, _pools.Contracts, expose);
        return new InferenceService(
            model.Name, ModelArguments.Of(_settings, variant, home.Namespace, priority, source, transformerSource, token, _pools.Contracts, expose, cache), _providers.Component([.. dependsOn]));
    }

    // The head of a cluster of Ray may have pools of its own.
    private IEnumerable<string> PoolsOf(ModelConfig model) =>
        model.Backend == ServingBackend.Ray ? model.Pools.Concat(_settings.Backends.Ray.Head.Pools).Distinct() : model.Pools;

    // What has to exist before pods on these pools.
    private List<Resource> Before(IEnumerable<string> pools, ModelPriority priority, Home home)
    {
        var names = pools.ToList();
        var before = new List<Resource> { home.Before };
        before.AddRange(names.Where(_pools.Managed.ContainsKey).Select(pool => _pools.Managed[pool]));
        before.AddRange(names.Where(_pools.Edge.ContainsKey).Select(pool => _pools.Edge[pool]));
        before.AddRange(names.Where(_devicePlugins.ContainsKey).Select(pool => _devicePlugins[pool]).Distinct());
        if (PlatformPriorities.ClassOf(priority) is not null && _priorities is not null)
        {
            before.Add(_priorities);
        }

        before.AddRange(_secrets.Standing(home));
        return before;
    }
}
