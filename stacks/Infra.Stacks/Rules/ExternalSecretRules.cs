using System.Collections.Immutable;
using Infra.Components.Predictions;
using Infra.Core.Configuration;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of secrets that AWS keeps, and of Secrets that pods name.</summary>
internal static class ExternalSecretRules
{
    // What the stack makes in the same namespaces. External Secrets would write over it: passwords among it.
    private static readonly ImmutableArray<string> _own = [PlatformSecrets.TokenSecret, ImagePullConfig.OwnSecret, PredictionStoreArgs.DefaultName];

    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("security.externalSecrets");
        if (settings.Security.ExternalSecrets is not { } config || problems.Cover(path))
        {
            return;
        }

        if (settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(path, "pods outside EKS have no identity with which AWS would give out secrets; use cluster.eks or cluster.existing, or keep the secrets in Pulumi");
            return;
        }

        var tenants = new KnownNames("tenant", PlatformRules.Key("tenants"), settings.Tenants.Select(tenant => tenant.Name), problems);
        for (var i = 0; i < config.Secrets.Length; i++)
        {
            CheckSecret(ConfigPath.Index(ConfigPath.Key(path, "secrets"), i), i, settings, tenants, problems);
        }

        foreach (var (at, secret, tenant) in References(settings))
        {
            CheckReference(at, secret, tenant, config.Secrets, problems);
        }
    }

    private static void CheckSecret(string path, int index, PlatformSettings settings, KnownNames tenants, ConfigProblems problems)
    {
        var secrets = settings.Security.ExternalSecrets!.Secrets;
        var (name, secret) = (ConfigPath.Key(path, "name"), secrets[index]);
        if (secret.Tenant is { } tenant)
        {
            tenants.Check(ConfigPath.Key(path, "tenant"), tenant, problems);
        }

        if (_own.Contains(secret.Name) || (secret.Tenant is null && secret.Name == settings.Registry?.Name))
        {
            problems.Add(name, $"'{secret.Name}' is a Secret that the stack makes itself; take another name");
        }
        else if (secret.Name.Length > 0 && secrets.Take(index).Any(other => (other.Name, other.Tenant) == (secret.Name, secret.Tenant)))
        {
            problems.Add(name, "is made in this namespace already; names are unique in a namespace");
        }
    }

    // A Secret that isn't declared may be somebody else's. One that is declared for another namespace is a mistake: no pod sees it from here.
    private static void CheckReference(string path, string secret, string? tenant, ImmutableArray<ExternalSecretConfig> secrets, ConfigProblems problems)
    {
        var declared = secrets.Where(one => one.Name == secret).ToList();
        if (declared.Count > 0 && declared.All(one => one.Tenant != tenant) && !problems.Cover(path))
        {
            problems.Add(
                path,
                $"security.externalSecrets makes this Secret {string.Join(" and ", declared.Select(one => Place(one.Tenant)))}, and the pods stand {Place(tenant)}, where nobody makes it; add it to secrets there");
        }
    }

    private static string Place(string? tenant) => tenant is null ? "in the environment's own namespace" : $"for the tenant {Shown.Quoted(tenant)}";

    private static IEnumerable<(string Path, string Secret, string? Tenant)> References(PlatformSettings settings) =>
        from found in settings.Models.SelectMany((model, i) => OfModel(PlatformRules.At("models", i), model))
            .Concat(settings.Jobs.Select((job, i) => (Pod("jobs", i), job.Pod.EnvironmentSecret, job.Tenant)))
            .Concat(settings.Trainings.Select((training, i) => (Pod("trainings", i), training.Pod.EnvironmentSecret, training.Tenant)))
            .Concat(settings.RayClusters.Select((cluster, i) => (Pod("rayClusters", i), cluster.Pod.EnvironmentSecret, cluster.Tenant)))
        where found.Item2 is not null
        select (found.Item1, found.Item2, found.Item3);

    private static IEnumerable<(string, string?, string?)> OfModel(string path, ModelConfig model) =>
    [
        (ConfigPath.Key(path, "environmentSecret"), model.EnvironmentSecret, model.Tenant),
        (ConfigPath.Key(ConfigPath.Key(path, "huggingFaceToken"), "secret"), model.HuggingFaceToken?.Secret, model.Tenant),
    ];

    private static string Pod(string list, int i) => ConfigPath.Key(ConfigPath.Key(PlatformRules.At(list, i), "pod"), "environmentSecret");
}
