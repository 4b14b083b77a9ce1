using System.Collections.Immutable;
using Infra.Components.Accelerators;
using Infra.Components.Costs;
using Infra.Components.Identity;
using Infra.Components.Nodes;
using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Components.Storage;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Clusters;
using Infra.Core.Naming;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;
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
    private readonly Dictionary<string, ModelBucket> _buckets = new(StringComparer.Ordinal);

    private K8s.Core.V1.Secret? _token;

    private Platform(string environment, PlatformSettings settings, Adoption adoption)
    {
        _environment = environment;
        _settings = settings;
        var aws = Providers.CreateAws(settings.Aws, Tags.For(environment, settings.Aws));
        _cluster = PlatformCluster.Create(environment, settings, aws, adoption);
        _providers = Providers.Create(settings, aws, _cluster, adoption);
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
        var priorities = PlatformPriorities.Create(_settings, _cluster, _providers);
        PlatformHeadroom.Create(_settings, priorities, _pools, _providers);
        foreach (var bucket in _settings.Storage.Buckets)
        {
            _buckets[bucket.Name] = new ModelBucket(
                bucket.Name,
                new ModelBucketArgs { Protect = _settings.Storage.Protect, NoncurrentDays = bucket.NoncurrentDays },
                _providers.Component());
        }

        CreateS3Driver();
        CreateBudget();
        var models = _settings.Models.ToImmutableSortedDictionary(
            model => model.Name, model => CreateModel(model, modelNamespace, devicePlugins, priorities).Url, StringComparer.Ordinal);
        var registry = new PlatformJobs
        {
            Settings = _settings,
            Cluster = _cluster,
            Providers = _providers,
            Namespace = modelNamespace.Metadata.Apply(metadata => metadata.Name),
            Contracts = _pools.Contracts,
            Buckets = _buckets,
            Before = (pools, priority) => Before(pools, priority, modelNamespace, devicePlugins, priorities),
        }.Create();
        return new PlatformOutputs
        {
            ClusterName = _cluster.DisplayName,
            Namespace = modelNamespace.Metadata.Apply(metadata => metadata.Name),
            Buckets = _buckets.ToImmutableSortedDictionary(bucket => bucket.Key, bucket => bucket.Value.BucketName, StringComparer.Ordinal),
            Endpoints = models,
            Registry = registry,
            EdgeNodeConfigs = _pools.Edge.ToImmutableSortedDictionary(pool => pool.Key, pool => pool.Value.NodeConfig, StringComparer.Ordinal),
        };
    }

    private K8s.Core.V1.Namespace CreateNamespace() => new("inference", new CoreV1.NamespaceArgs
    {
        Metadata = new Meta.ObjectMetaArgs { Name = _settings.Namespace, Labels = _restricted },
    }, new CustomResourceOptions { Provider = _providers.Kubernetes, DependsOn = _cluster.Ready.ToArray() });

    // Its pods may read the environment's buckets and nothing else, so it comes after them.
    private void CreateS3Driver()
    {
        if (_settings.Cluster.Eks is { } eks && eks.AddOns.Further.Contains(EksAddOns.S3CsiDriver.Name))
        {
            _ = PlatformAddOns.Create(
                _cluster.EksName!, EksAddOns.S3CsiDriver, eks, _providers.Component([.. _cluster.Ready]), ModelBucket.ReadAllPolicy(_buckets.Values));
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

    private InferenceService CreateModel(ModelConfig model, K8s.Core.V1.Namespace modelNamespace, IReadOnlyDictionary<string, ComponentResource> devicePlugins, SchedulingPriorities? priorities)
    {
        var dependsOn = Before(model.Pools, model.Priority, modelNamespace, devicePlugins, priorities);
        var priority = PlatformPriorities.ClassOf(model.Priority);
        var namespaceName = modelNamespace.Metadata.Apply(metadata => metadata.Name);
        var source = CreateSource(model, namespaceName, dependsOn);
        var token = model.HuggingFaceToken is { } config ? Token(config, namespaceName, dependsOn) : null;
        return new InferenceService(
            model.Name, ModelArguments.Of(_settings, model, namespaceName, priority, source, token, _pools.Contracts), _providers.Component([.. dependsOn]));
    }

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

        return before;
    }

    // A model in S3 gets a role of its own, which must exist before its pods start.
    private ModelSourceArgs? CreateSource(ModelConfig model, Output<string> namespaceName, List<Resource> dependsOn)
    {
        switch (model.ParsedSource)
        {
            case ModelSource.S3 s3:
                var bucket = _buckets[s3.Bucket];
                dependsOn.Add(new PodIdentityRole(ModelNames.Reader(model.Name), new PodIdentityRoleArgs
                {
                    ClusterName = _cluster.EksName!,
                    Namespace = namespaceName,
                    ServiceAccount = model.Name,
                    Policy = bucket.ReadPolicy(s3.Path),
                }, _providers.Component()));
                return new ModelSourceArgs { S3Uri = Output.Format($"s3://{bucket.BucketName}/{s3.Path}"), Region = _settings.Aws!.Region };
            case ModelSource.Https https:
                return new ModelSourceArgs { ArchiveUrl = https.Url.AbsoluteUri };
            case ModelSource.HuggingFace hub:
                return new ModelSourceArgs { HuggingFace = hub.Model.Repository, Revision = hub.Model.Revision };
            default:
                return null;
        }
    }
}
