using Infra.Stacks.Configuration;
using Pulumi;
using Aws = Pulumi.Aws;
using Eks = Pulumi.Aws.Eks;
using K8s = Pulumi.Kubernetes;

namespace Infra.Stacks;

/// <summary>
/// The providers of a stack. Everything gets them explicitly, so that nothing ever lands in the account or cluster that a
/// shell happens to point to.
/// </summary>
internal sealed class Providers
{
    private Providers(Aws.Provider? aws, K8s.Provider kubernetes, Output<Eks.GetClusterResult>? cluster)
    {
        Aws = aws;
        Kubernetes = kubernetes;
        Cluster = cluster;
    }

    /// <summary>The AWS provider; null where nothing runs in AWS.</summary>
    public Aws.Provider? Aws { get; }

    /// <summary>The Kubernetes provider.</summary>
    public K8s.Provider Kubernetes { get; }

    /// <summary>The existing EKS cluster as AWS describes it; null where there is none.</summary>
    public Output<Eks.GetClusterResult>? Cluster { get; }

    /// <summary>Options of a component: all providers, and what has to exist before it.</summary>
    public ComponentResourceOptions Component(params Resource[] dependsOn)
    {
        var options = new ComponentResourceOptions { DependsOn = dependsOn, Providers = { Kubernetes } };
        if (Aws is not null)
        {
            options.Providers.Add(Aws);
        }

        return options;
    }

    /// <summary>Declares the providers of an environment.</summary>
    public static Providers Create(PlatformSettings settings, IReadOnlyDictionary<string, string> tags)
    {
        var aws = settings.Aws is { } config ? CreateAws(config, tags) : null;
        var cluster = settings is { Cluster.Existing: { } existing, Aws: not null }
            ? Eks.GetCluster.Invoke(new Eks.GetClusterInvokeArgs { Name = existing.Name }, new InvokeOptions { Provider = aws })
            : null;
        return new Providers(aws, CreateKubernetes(settings, cluster), cluster);
    }

    private static Aws.Provider CreateAws(AwsConfig config, IReadOnlyDictionary<string, string> tags) => new("aws", new Aws.ProviderArgs
    {
        Region = config.Region,
        AllowedAccountIds = config.AccountId,
        DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = tags.ToDictionary() },
    });

    private static K8s.Provider CreateKubernetes(PlatformSettings settings, Output<Eks.GetClusterResult>? cluster)
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
        else if (settings.Cluster.Existing is { } existing && settings.Aws is { } account && cluster is not null)
        {
            args.KubeConfig = cluster.Apply(found =>
                Kubeconfig.ForEks(existing.Name, account.Region, found.Endpoint, found.CertificateAuthorities[0].Data));
            // Tells the provider that it's the same cluster even when endpoint or certificate change.
            args.ClusterIdentifier = $"arn:aws:eks:{account.Region}:{account.AccountId}:cluster/{existing.Name}";
        }

        return new K8s.Provider("kubernetes", args);
    }
}
