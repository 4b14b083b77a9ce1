using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Tenants;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>Rules of tenants: their namespaces are their own, what refers to one names one that there is, and what belongs together belongs to one.</summary>
internal static class TenantRules
{
    private const string Tenant = "tenant";

    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var tenants = new KnownNames(Tenant, PlatformRules.Key("tenants"), settings.Tenants.Select(tenant => tenant.Name), problems);
        var namespaces = new Dictionary<string, string>(StringComparer.Ordinal) { [settings.Namespace] = PlatformRules.Key("namespace") };
        for (var i = 0; i < settings.Tenants.Length; i++)
        {
            var path = PlatformRules.At("tenants", i);
            CheckNamespace(path, settings.Tenants[i], namespaces, settings, problems);
            CheckAccess(ConfigPath.Key(path, "access"), settings.Tenants[i].Access, settings, problems);
            if (settings.Production && settings.Tenants[i].Quota is null && !problems.Cover(ConfigPath.Key(path, "quota")))
            {
                problems.Add(
                    ConfigPath.Key(path, "quota"),
                    $"missing; the environment is {PlatformRules.Key("production")}, and without a quota '{settings.Tenants[i].Name}' could take all nodes of all pools from the others; say its cpu, memory and devices");
            }
        }

        foreach (var (path, name) in Owned(settings))
        {
            CheckOwner(ConfigPath.Key(path, Tenant), name, settings, tenants, problems);
        }

        for (var i = 0; i < settings.Models.Length; i++)
        {
            CheckModel(PlatformRules.At("models", i), settings.Models[i], settings, problems);
        }

        foreach (var (job, tenant) in Jobs(settings))
        {
            for (var i = 0; i < job.Pod.Volumes.Length; i++)
            {
                CheckVolume(ConfigPath.Key(ConfigPath.Index(ConfigPath.Key(job.PodPath, "volumes"), i), "claim"), job.Pod.Volumes[i].Claim, tenant, settings, problems);
            }
        }
    }

    /// <summary>Everything that may belong to a tenant, and to whom it does.</summary>
    private static IEnumerable<(string Path, string? Tenant)> Owned(PlatformSettings settings) =>
    [
        .. settings.Storage.Volumes.Select((volume, i) => (PlatformRules.At("storage.volumes", i), volume.Tenant)),
        .. settings.Models.Select((model, i) => (PlatformRules.At("models", i), model.Tenant)),
        .. Jobs(settings).Select(one => (one.Job.Path, one.Tenant)),
    ];

    private static IEnumerable<(ConfiguredJob Job, string? Tenant)> Jobs(PlatformSettings settings) =>
    [
        .. settings.Jobs.Select((job, i) => (ConfiguredJob.OfBatch(job, i), job.Tenant)),
        .. settings.Trainings.Select((training, i) => (ConfiguredJob.OfTraining(training, i), training.Tenant)),
        .. settings.RayClusters.Select((cluster, i) => (ConfiguredRay.OfCluster(cluster, i).Common(), cluster.Tenant)),
    ];

    private static void CheckOwner(string path, string? name, PlatformSettings settings, KnownNames tenants, ConfigProblems problems)
    {
        if (name is not null)
        {
            tenants.Check(path, name, problems);
        }
        else if (settings.Production && !settings.Tenants.IsEmpty && !problems.Cover(path))
        {
            problems.Add(
                path,
                $"missing; the environment is {PlatformRules.Key("production")} and has tenants, but the namespace '{settings.Namespace}' is no tenant's and has no quota; "
                + $"name one of {Shown.List(settings.Tenants.Select(tenant => tenant.Name))}");
        }
    }

    private static void CheckNamespace(string path, TenantConfig tenant, Dictionary<string, string> namespaces, PlatformSettings settings, ConfigProblems problems)
    {
        var at = ConfigPath.Key(path, tenant.Namespace is null ? "name" : "namespace");
        NamespaceRules.CheckName(at, tenant.NamespaceName, problems);
        if (problems.Cover(at))
        {
            return;
        }

        if (NamespaceRules.IsOfOthers(tenant.NamespaceName, settings))
        {
            problems.Add(at, $"'{tenant.NamespaceName}' belongs to the cluster or to others; a tenant has a namespace of its own, so choose another");
        }
        else if (!namespaces.TryAdd(tenant.NamespaceName, path))
        {
            problems.Add(at, $"'{tenant.NamespaceName}' is already the namespace of {namespaces[tenant.NamespaceName]}; a tenant has one of its own");
        }
    }

    private static void CheckAccess(string path, TenantAccessConfig access, PlatformSettings settings, ConfigProblems problems)
    {
        foreach (var (key, members) in new[] { ("viewers", access.Viewers), ("developers", access.Developers), ("operators", access.Operators) })
        {
            var roles = ConfigPath.Keys(path, $"{key}.roles");
            if (!members.Roles.IsEmpty && settings.Cluster.Kubeconfig is not null && !problems.Cover(PlatformRules.Key("cluster")))
            {
                problems.Add(roles, "access entries of IAM roles are EKS' (cluster.eks or cluster.existing); name groups of this cluster's identity provider in groups instead");
            }

            for (var i = 0; i < members.Roles.Length; i++)
            {
                if (settings.Cluster.Eks?.Administrators.FirstOrDefault(one => one.Value == members.Roles[i]) is { Key: { } administrator })
                {
                    problems.Add(ConfigPath.Index(roles, i), $"'{members.Roles[i]}' is the administrator '{administrator}' of cluster.eks already, with all rights, and EKS knows one entry of a role; remove one of the two");
                }
            }

            GroupRules.Check(ConfigPath.Keys(path, $"{key}.groups"), members.Groups, problems);
        }
    }

    private static void CheckModel(string path, ModelConfig model, PlatformSettings settings, ConfigProblems problems)
    {
        if (model.ParsedSource is ModelSource.Pvc source)
        {
            CheckVolume(ConfigPath.Key(path, "source"), source.Volume, model.Tenant, settings, problems);
        }

        if (model.Transformer?.ParsedSource is ModelSource.Pvc files)
        {
            CheckVolume(ConfigPath.Keys(path, "transformer.source"), files.Volume, model.Tenant, settings, problems);
        }

        if (model.Tenant is { } tenant && CacheRules.Has(settings, model))
        {
            problems.Add(
                ConfigPath.Key(path, Tenant),
                $"the model is in storage.cache, whose directory shows every pod the files of all models in it, and those of '{tenant}' would be everybody's; take it out of the cache, or let it belong to no tenant");
        }
    }

    // A claim that the environment doesn't have is somebody else's, in whatever namespace.
    private static void CheckVolume(string path, string name, string? tenant, PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Storage.Volumes.FirstOrDefault(volume => volume.Name == name) is { } volume && volume.Tenant != tenant && !problems.Cover(path))
        {
            problems.Add(path, $"the volume '{name}' belongs to {Words(volume.Tenant)}, and what mounts it to {Words(tenant)}; a claim is mounted in its own namespace, so give both the same tenant");
        }
    }

    private static string Words(string? tenant) => tenant is null ? "no tenant" : $"the tenant '{tenant}'";
}
