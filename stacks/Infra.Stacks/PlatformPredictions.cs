using Infra.Components.Footprints;
using Infra.Components.Predictions;
using Infra.Components.Serving;
using Infra.Components.Serving.Traffic;
using Infra.Core.Footprints;
using Infra.Core.Naming;
using Infra.Core.Nodes;
using Infra.Core.Serving.Predictions;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;
using Infra.Stacks.Rules;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Caches of predictions in front of models, and what keeps the predictions.</summary>
internal sealed class PlatformPredictions
{
    private readonly PlatformSettings _settings;
    private readonly Providers _providers;
    private readonly PlatformTenants _tenants;
    private readonly Dictionary<Home, PredictionStore> _stores = [];

    private PlatformPredictions(string environment, PlatformSettings settings, PlatformCluster cluster, Providers providers, PlatformTenants tenants)
    {
        (_settings, _providers, _tenants) = (settings, providers, tenants);
        if (settings.PredictionStore is null or { Existing: not null })
        {
            return;
        }

        // What one tenant's models answered isn't for others, and the password of a store is in the namespace that has it.
        foreach (var home in Homes())
        {
            _stores[home] = settings.PredictionStore switch
            {
                { ElastiCache: { } cache } => Store(home, new PredictionStoreArgs { Namespace = home.Namespace, ElastiCache = ElastiCache(environment, cache, cluster) }),
                { Cluster: var memory } => Store(home, new PredictionStoreArgs { Namespace = home.Namespace, ClusterMemory = memory!.Memory.ToString(), ImageCache = CachedImages.ToArgs(settings) }),
            };
        }
    }

    /// <summary>Declares what keeps predictions, where a model's are.</summary>
    public static PlatformPredictions Create(string environment, PlatformSettings settings, PlatformCluster cluster, Providers providers, PlatformTenants tenants) =>
        new(environment, settings, cluster, providers, tenants);

    /// <summary>Pods of caches and store: none has a GPU, so that they run where the controllers do.</summary>
    public static IEnumerable<PodFootprint> Footprints(PlatformSettings settings) =>
    [
        .. settings.Models.Where(model => model.PredictionCache is not null).Select(model => ControllerFootprints.PredictionCache(model.Name, model.PredictionCache!.Replicas, model.PredictionCache.MaxSize)),
        .. settings.PredictionStore?.Cluster is { } store
            ? Enumerable.Repeat(ControllerFootprints.PredictionStore(store.Memory), settings.Models.Where(model => model.PredictionCache is not null).Select(model => model.Tenant).Distinct().Count())
            : [],
    ];

    /// <summary>The cache of a model, in the form of its component; null where it has none.</summary>
    /// <param name="model">The model.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    /// <param name="expose">The model's way in from outside the cluster, which leads to the cache; null for none.</param>
    public PredictionCacheArgs? Of(ModelConfig model, IReadOnlyDictionary<string, PoolContract> contracts, ExposeArgs? expose)
    {
        if (model.PredictionCache is not { } config)
        {
            return null;
        }

        var existing = _settings.PredictionStore!.Existing;
        var home = _tenants.Of(model.Tenant);
        var store = existing is null ? _stores[home] : null;
        return new PredictionCacheArgs
        {
            ImageCache = CachedImages.ToArgs(_settings),
            Model = model.Name,
            Namespace = home.Namespace,
            ModelUrl = ModelArguments.Url(_settings, model, home.Namespace, contracts),
            Version = VersionOf(model),
            TimeToLiveSeconds = (int)config.Ttl.WholeSeconds,
            MaxKiB = (int)((config.MaxSize.Bytes + 1023) / 1024),
            KeyHeaders = [.. config.Headers],
            StoreHost = existing is null ? store!.Host : existing.Host,
            StorePort = existing?.Port ?? PredictionStoreServer.Port,
            StoreTls = existing?.Tls ?? store!.Tls,
            StorePassword = existing is null ? store!.Password : existing.PasswordSecret is { } secret ? new SecretKeyArgs { Name = secret, Key = "password" } : null,
            Replicas = config.Replicas,
            LongestRequestSeconds = model.Objectives.LongestRequest,
            DeregistrationSeconds = TrafficPlan.DeregistrationSeconds(_settings, model),
            ClientNamespaces = [.. model.ClientNamespaces, .. expose?.SourceNamespace is { } source ? [source] : Array.Empty<string>()],
            SourceCidrs = expose?.SourceCidrs ?? [],
            Scraping = _settings.Monitoring.Scraping(),
            PrometheusNamespace = _settings.Monitoring.Operator?.Namespace,
        };
    }

    // Whatever of the configuration makes the model answer otherwise.
    private static string VersionOf(ModelConfig model)
    {
        string?[] parts =
        [
            model.PredictionCache!.Version, model.Runtime.ToString(), model.Source, model.Container?.Image, model.Transformer?.Image, model.Ray?.ToString(),
            .. model.Environment.Select(variable => $"{variable.Key}={variable.Value}"),
            model.Llm?.Model, $"{model.Llm?.Precision}", $"{model.Llm?.Quantization}", $"{model.Llm?.KvCache}", .. model.Llm?.LoraAdapters.Select(adapter => $"{adapter.Key}={adapter.Value}") ?? [],
        ];
        return ContentHash.Of(string.Join('\n', parts));
    }

    private PredictionStore Store(Home home, PredictionStoreArgs args) => new($"{home.Prefix}{PredictionStoreArgs.DefaultName}", args, _providers.Component(home.Before));

    private IEnumerable<Home> Homes() => _settings.Models.Where(model => model.PredictionCache is not null).Select(model => _tenants.Of(model.Tenant)).Distinct();

    private static ElastiCacheArgs ElastiCache(string environment, ElastiCacheConfig config, PlatformCluster cluster) => new()
    {
        VpcId = cluster.NodeNetwork!.Value.VpcId,
        SubnetIds = PredictionRules.Zones(cluster.Subnets).Select(subnet => subnet.SubnetId).ToArray(),
        ClientSecurityGroupId = cluster.NodeNetwork.Value.SecurityGroupId,
        NamePrefix = $"{PlatformSettings.ConfigNamespace}-{environment}",
        MaxStorageGB = config.MaxStorageGB,
        MaxEcpuPerSecond = config.MaxEcpuPerSecond,
    };
}
