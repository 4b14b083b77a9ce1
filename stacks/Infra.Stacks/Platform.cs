using System.Collections.Immutable;
using Infra.Components.Accelerators;
using Infra.Components.Costs;
using Infra.Components.Identity;
using Infra.Components.Keda;
using Infra.Components.Nodes;
using Infra.Components.Serving;
using Infra.Components.Shared;
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
using Infra.Stacks.Jobs;
using Infra.Stacks.Rollouts;
using Infra.Stacks.Rules;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Stacks;

/// <summary>The table of contents of an environment: which components there are and what each gets from the others.</summary>
internal sealed class Platform
{
    private const string TokenSecret = "huggingface-token";

    private static readonly ImmutableDictionary<string, string> _restricted = ManagedBy.Owned
        .Add(PodSecurityLabels.Enforce, PodSecurityLabels.Restricted)
        .Add(PodSecurityLabels.Warn, PodSecurityLabels.Restricted);

    private readonly string _environment;
    private readonly PlatformSettings _settings;
    private readonly PlatformCluster _cluster;
    private readonly Providers _providers;
    private readonly PlatformPools _pools;
    private K8s.Core.V1.Secret? _token;
    private K8s.Core.V1.Secret? _pull;
    private PlatformTraffic? _traffic;
    private VerticalRecommender? _recommender;

    private Platform(string environment, PlatformSettings settings, Adoption adoption)
    {
        _environment = environment;
        _settings = settings;
        var tags = Tags.For(environment, settings.Aws);
        var aws = Providers.CreateAws(settings.Aws, tags);
        _cluster = PlatformCluster.Create(environment, settings, aws, adoption);
        _providers = Providers.Create(settings, aws, tags, _cluster, adoption);
        _pools = new PlatformPools(environment, settings, _cluster, _providers);
    }

    /// <summary>Declares everything that the environment's configuration describes.</summary>
    public static PlatformOutputs Create(string environment, PlatformSettings settings, Adoption adoption) =>
        new Platform(environment, settings, adoption).Create();

    private PlatformOutputs Create()
    {
        var modelNamespace = CreateNamespace();
        _pools.Create();
        var devicePlugins = PlatformAccelerators.Create(_settings, _cluster, _pools, _providers);
        var certificates = PlatformCertificates.Create(_settings, _cluster, _providers);
        var backends = PlatformBackends.Create(_settings, _cluster, _providers, certificates);
        var keda = PlatformKeda.Create(_settings, _cluster, _providers);
        _recommender = PlatformRecommender.Create(_settings, _cluster, _providers);
        _traffic = PlatformTraffic.Create(
            _settings, _cluster, _providers, modelNamespace.Metadata.Apply(metadata => metadata.Name), Tags.For(_environment, _settings.Aws), certificates);
        var priorities = PlatformPriorities.Create(_settings, _cluster, _providers);
        PlatformDns.Create(_settings, _cluster, _providers);
        PlatformHeadroom.Create(_settings, priorities, _pools, _providers);
        CreatePullSecret(modelNamespace);
        var storage = new PlatformStorage(_settings, _cluster, _providers, modelNamespace.Metadata.Apply(metadata => metadata.Name));
        storage.Create(_pools);
        PlatformImages.Create(_settings, _pools, _providers, modelNamespace.Metadata.Apply(metadata => metadata.Name));
        CreateBudget();
        var predictions = PlatformPredictions.Create(
            _environment, _settings, _cluster, _providers, modelNamespace.Metadata.Apply(metadata => metadata.Name), [modelNamespace]);
        var models = new Dictionary<string, InferenceService>(StringComparer.Ordinal);
        foreach (var variant in _settings.Variants)
        {
            models[variant.Model.Name] = CreateModel(
                variant, models.GetValueOrDefault(ModelNames.Candidate(variant.Model.Name)), predictions, modelNamespace, storage, devicePlugins, backends, keda, priorities);
        }

        var registry = new PlatformJobs
        {
            Settings = _settings,
            Cluster = _cluster,
            Providers = _providers,
            Namespace = modelNamespace.Metadata.Apply(metadata => metadata.Name),
            Contracts = _pools.Contracts,
            Buckets = storage.Buckets,
            Volumes = storage.Volumes,
            Ray = backends.GetValueOrDefault(ServingBackend.Ray),
            Keda = keda,
            Before = (pools, priority) => Before(pools, priority, modelNamespace, devicePlugins, priorities),
        }.Create();
        PlatformChaos.Create(_settings, _cluster, _providers, modelNamespace.Metadata.Apply(metadata => metadata.Name), _pools.Contracts);
        PlatformBackup.Create(_settings, _cluster, _providers, storage.Volumes, RegistryRules.UsesRds(_settings) ? registry!.DatabaseArn : null);
        return new PlatformOutputs
        {
            ClusterName = _cluster.DisplayName,
            Namespace = modelNamespace.Metadata.Apply(metadata => metadata.Name),
            Buckets = storage.Buckets.ToImmutableSortedDictionary(bucket => bucket.Key, bucket => bucket.Value.BucketName, StringComparer.Ordinal),
            ReplicaBuckets = storage.Replicas.ToImmutableSortedDictionary(bucket => bucket.Key, bucket => bucket.Value.BucketName, StringComparer.Ordinal),
            Endpoints = models.ToImmutableSortedDictionary(
                model => model.Key, model => model.Value.Cache?.Url ?? model.Value.Url, StringComparer.Ordinal),
            PublicEndpoints = _settings.Models.Where(model => model.Expose is not null)
                .ToImmutableSortedDictionary(model => model.Name, model => models[model.Name].PublicUrl, StringComparer.Ordinal),
            Registry = registry?.Url,
            EdgeNodeConfigs = _pools.Edge.ToImmutableSortedDictionary(pool => pool.Key, pool => pool.Value.NodeConfig, StringComparer.Ordinal),
        };
    }

    private K8s.Core.V1.Namespace CreateNamespace() => new("inference", new CoreV1.NamespaceArgs
    {
        Metadata = PlatformChaos.Agreed(_settings, new Meta.ObjectMetaArgs { Name = _settings.Namespace, Labels = _restricted.AddRange(TrafficPlan.ReadinessGates(_settings)) }),
    }, new CustomResourceOptions { Provider = _providers.Kubernetes, DependsOn = _cluster.Ready.ToArray() });

    private void CreatePullSecret(K8s.Core.V1.Namespace modelNamespace)
    {
        if (_settings.ImagePull is { Credentials: true })
        {
            _pull = new K8s.Core.V1.Secret(ImagePullConfig.OwnSecret, new CoreV1.SecretArgs
            {
                Metadata = new Meta.ObjectMetaArgs { Name = ImagePullConfig.OwnSecret, Namespace = modelNamespace.Metadata.Apply(metadata => metadata.Name), Labels = ManagedBy.Owned },
                Type = "kubernetes.io/dockerconfigjson",
                StringData = { [".dockerconfigjson"] = new Config(PlatformSettings.ConfigNamespace).RequireSecret(SecretKey.ImagePullCredentials.Name) },
            }, new CustomResourceOptions { Provider = _providers.Kubernetes });
        }
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
        K8s.Core.V1.Namespace modelNamespace,
        PlatformStorage storage,
        IReadOnlyDictionary<string, ComponentResource> devicePlugins,
        IReadOnlyDictionary<ServingBackend, ComponentResource> backends,
        KedaOperator? keda,
        SchedulingPriorities? priorities)
    {
        var model = variant.Model;
        var dependsOn = Before(PoolsOf(model), model.Priority, modelNamespace, devicePlugins, priorities);
        if (backends.TryGetValue(model.Backend, out var backend))
        {
            dependsOn.Add(backend);
        }

        if (ModelScaling.NeedsKeda(model))
        {
            dependsOn.Add(keda!);
        }

        if (model.VerticalRecommendations)
        {
            dependsOn.Add(_recommender!);
        }

        dependsOn.AddRange(_traffic!.Before(model));
        if (variant.Model.SharedName is not null && candidate is not null)
        {
            // No request goes to a candidate that doesn't serve yet.
            dependsOn.Add(candidate);
        }

        var priority = PlatformPriorities.ClassOf(model.Priority);
        var namespaceName = modelNamespace.Metadata.Apply(metadata => metadata.Name);
        var (source, transformerSource) = storage.Sources(model, dependsOn);
        var token = model.HuggingFaceToken is { } config ? Token(config, namespaceName, dependsOn) : null;
        var expose = _traffic.Expose(model);
        var cache = predictions.Of(model, _pools.Contracts, expose);
        return new InferenceService(
            model.Name, ModelArguments.Of(_settings, variant, namespaceName, priority, source, transformerSource, token, _pools.Contracts, expose, cache), _providers.Component([.. dependsOn]));
    }

    // The head of a cluster of Ray may have pools of its own.
    private IEnumerable<string> PoolsOf(ModelConfig model) =>
        model.Backend == ServingBackend.Ray ? model.Pools.Concat(_settings.Backends.Ray.Head.Pools).Distinct() : model.Pools;

    // One Secret for all models: the token belongs to the environment.
    private SecretKeyArgs Token(HuggingFaceTokenConfig config, Output<string> namespaceName, List<Resource> dependsOn)
    {
        if (config.Secret is { } existing)
        {
            return new SecretKeyArgs { Name = existing, Key = config.Key ?? HuggingFaceTokenConfig.DefaultKey };
        }

        _token ??= new K8s.Core.V1.Secret(TokenSecret, new CoreV1.SecretArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = TokenSecret, Namespace = namespaceName, Labels = ManagedBy.Owned },
            StringData = { [HuggingFaceTokenConfig.DefaultKey] = new Config(PlatformSettings.ConfigNamespace).RequireSecret(SecretKey.HuggingFaceToken.Name) },
        }, new CustomResourceOptions { Provider = _providers.Kubernetes });
        dependsOn.Add(_token);
        return new SecretKeyArgs { Name = TokenSecret, Key = HuggingFaceTokenConfig.DefaultKey };
    }

    // What has to exist before pods on these pools.
    private List<Resource> Before(
        IEnumerable<string> pools, ModelPriority priority, K8s.Core.V1.Namespace modelNamespace, IReadOnlyDictionary<string, ComponentResource> devicePlugins, SchedulingPriorities? priorities)
    {
        var names = pools.ToList();
        var before = new List<Resource> { modelNamespace };
        before.AddRange(names.Where(_pools.Managed.ContainsKey).Select(pool => _pools.Managed[pool]));
        before.AddRange(names.Where(_pools.Edge.ContainsKey).Select(pool => _pools.Edge[pool]));
        before.AddRange(names.Where(devicePlugins.ContainsKey).Select(pool => devicePlugins[pool]).Distinct());
        if (PlatformPriorities.ClassOf(priority) is not null)
        {
            before.Add(priorities!);
        }

        if (_pull is not null)
        {
            before.Add(_pull);
        }

        return before;
    }
}
