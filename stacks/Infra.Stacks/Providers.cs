using Infra.Core.Security;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;
using Pulumi;
using Aws = Pulumi.Aws;
using Eks = Pulumi.Aws.Eks;
using K8s = Pulumi.Kubernetes;
using Random = Pulumi.Random;

namespace Infra.Stacks;

/// <summary>
/// The providers of a stack. Everything gets them explicitly, so that nothing ever lands in the account or cluster that a
/// shell happens to point to.
/// </summary>
internal sealed class Providers
{
    private readonly Adoption _adoption;
    private readonly CachedCharts? _charts;
    private readonly RoleBoundary? _boundary;
    private readonly Resource[] _before;
    private readonly Dictionary<string, Aws.Provider> _further;
    private readonly Random.Provider? _random;

    private Providers(
        Aws.Provider? aws, K8s.Provider kubernetes, Random.Provider? random, Dictionary<string, Aws.Provider> further, Adoption adoption, RoleBoundary? boundary, CachedCharts? charts = null, params Resource[] before)
    {
        (_boundary, _charts, _before) = (boundary, charts, before);
        _random = random;
        Aws = aws;
        Kubernetes = kubernetes;
        _further = further;
        _adoption = adoption;
    }

    /// <summary>The AWS provider; null where nothing runs in AWS.</summary>
    public Aws.Provider? Aws { get; }

    /// <summary>The Kubernetes provider.</summary>
    public K8s.Provider Kubernetes { get; }

    /// <summary>Options of a component: all providers, and what has to exist before it.</summary>
    public ComponentResourceOptions Component(params Resource[] dependsOn)
    {
        var options = new ComponentResourceOptions
        {
            DependsOn = [.. dependsOn, .. _before],
            Providers = { Kubernetes },
            ResourceTransformations = { _adoption.Transform },
        };
        _boundary?.On(options);
        if (_charts is not null)
        {
            options.ResourceTransformations.Add(_charts.Transform);
        }

        if (Aws is not null)
        {
            options.Providers.Add(Aws);
        }

        if (_random is not null)
        {
            options.Providers.Add(_random);
        }

        return options;
    }

    /// <summary>The same for what comes after the account's own registry, and pulls its charts' images through it.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="cache">What it fetches; null for nothing.</param>
    public Providers Through(Resource registry, ImageCache? cache) => new(Aws, Kubernetes, _random, _further, _adoption, _boundary, cache is null ? null : new CachedCharts(cache), registry);

    /// <summary>Options of a component whose AWS resources are in another region.</summary>
    /// <param name="region">One of the regions that the settings name.</param>
    public ComponentResourceOptions ComponentIn(string region)
    {
        var options = new ComponentResourceOptions { Providers = { _further[region] }, ResourceTransformations = { _adoption.Transform } };
        _boundary?.On(options);
        return options;
    }

    /// <summary>The AWS provider of an environment; null where nothing runs in AWS.</summary>
    public static Aws.Provider? CreateAws(AwsConfig? config, IReadOnlyDictionary<string, string> tags) => config is null ? null : CreateAwsOf("aws", config.Region, config, tags);

    /// <summary>The providers of an environment, once it is known which cluster it has.</summary>
    public static Providers Create(PlatformSettings settings, Aws.Provider? aws, IReadOnlyDictionary<string, string> tags, PlatformCluster cluster, Adoption adoption)
    {
        var regions = settings.Aws is null ? [] : settings.Storage.Buckets.Select(bucket => bucket.ReplicaRegion).Append(settings.Backup?.Data?.CopyRegion).OfType<string>().Distinct();
        var further = regions.ToDictionary(region => region, region => CreateAwsOf($"aws-{region}", region, settings.Aws!, tags), StringComparer.Ordinal);
        return new Providers(aws, CreateKubernetes(settings, aws, cluster), CreateRandom(settings), further, adoption, RoleBoundary.Of(settings));
    }

    // For whoever asks for a password: the registry, a store of predictions of our own, and Grafana.
    private static Random.Provider? CreateRandom(PlatformSettings settings) =>
        settings is { Registry: null, PredictionStore: null or { Existing: not null }, Monitoring.Stack: null or { Grafana: false } } ? null : new Random.Provider("random");

    private static Aws.Provider CreateAwsOf(string name, string region, AwsConfig config, IReadOnlyDictionary<string, string> tags) => new(name, new Aws.ProviderArgs
    {
        Region = region,
        AllowedAccountIds = config.AccountId,
        DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = tags.ToDictionary() },
    });

    private static K8s.Provider CreateKubernetes(PlatformSettings settings, Aws.Provider? aws, PlatformCluster cluster)
    {
        // The constructor takes the rest from PULUMI_K8S_* variables. A plan must not depend on a shell, so all are said.
        var args = new K8s.ProviderArgs
        {
            DeleteUnreachable = null,
            EnableConfigMapMutable = null,
            EnablePatchForce = null,
            EnableSecretMutable = null,
            EnableServerSideApply = true,
            KubeConfig = null,
            SkipUpdateUnreachable = null,
            SuppressDeprecationWarnings = null,
            SuppressHelmHookWarnings = null,
            UpsertExistingObjects = null,
        };
        if (settings.Cluster.Kubeconfig is { } kubeconfig)
        {
            args.Context = kubeconfig.Context;
            args.ClusterIdentifier = kubeconfig.Context;
            args.KubeConfig = kubeconfig.Path;
        }
        else if (settings.Aws is { } account)
        {
            args.KubeConfig = (cluster.ApiServer ?? LookUp(cluster.DisplayName, aws)).Apply(server =>
                Kubeconfig.ForEks(cluster.DisplayName, account.Region, server.Endpoint, server.CertificateAuthority));
            // Tells the provider that it's the same cluster even when endpoint or certificate change.
            args.ClusterIdentifier = $"arn:aws:eks:{account.Region}:{account.AccountId}:cluster/{cluster.DisplayName}";
        }

        // Every object depends on its provider. So none is made before the cluster lets anybody in, or outlives that.
        return new K8s.Provider("kubernetes", args, new CustomResourceOptions { DependsOn = cluster.Access.ToArray() });
    }

    private static Output<(string Endpoint, string CertificateAuthority)> LookUp(string cluster, Aws.Provider? aws) =>
        Eks.GetCluster.Invoke(new Eks.GetClusterInvokeArgs { Name = cluster }, new InvokeOptions { Provider = aws })
            .Apply(found => (found.Endpoint, found.CertificateAuthorities[0].Data));
}
