using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>Rules of the model registry.</summary>
internal static class RegistryRules
{
    // RDS puts a standby into another zone, and asks for subnets of two even without one (RDS user guide, "Working with a DB instance in a VPC").
    private const int LeastZones = 2;

    /// <summary>Names of the objects that the registry makes, with their path.</summary>
    public static IEnumerable<(string Name, string Path)> Names(PlatformSettings settings) => settings.Registry is not { } registry || registry.Name.Length == 0
        ? []
        : UsesRds(settings)
            ? [(registry.Name, PlatformRules.Key("registry"))]
            : [(registry.Name, PlatformRules.Key("registry")), ($"{registry.Name}-db", PlatformRules.Key("registry"))];

    /// <summary>Whether the registry's database is one of RDS.</summary>
    public static bool UsesRds(PlatformSettings settings) =>
        settings.Registry is { ClusterDatabase: null } registry && (registry.Rds is not null || settings.Cluster.Kubeconfig is null);

    /// <summary>
    /// Whether its volumes need a storage class that the stack makes: a cluster of EKS has none for its driver (EKS user guide, "Use Kubernetes volume storage with Amazon EBS").
    /// </summary>
    public static bool NeedsClass(PlatformSettings settings) =>
        settings is { Cluster.Eks: not null, Registry: { StorageClass: null } registry } && (registry.Artifacts is null || !UsesRds(settings));

    public static void Check(PlatformSettings settings, KnownNames buckets, ConfigProblems problems)
    {
        if (settings.Registry is not { } registry || problems.Cover(PlatformRules.Key("cluster")))
        {
            return;
        }

        var path = PlatformRules.Key("registry");
        CheckArtifacts(ConfigPath.Key(path, "artifacts"), registry, buckets, problems);
        if (registry.Rds is not null && settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(ConfigPath.Key(path, "rds"), "RDS needs the network of an EKS cluster (cluster.eks or cluster.existing); remove rds, and the registry gets a database in the cluster");
        }
        else if (UsesRds(settings) && Zones(settings) is { } zones && zones < LeastZones)
        {
            problems.Add(ConfigPath.Key(path, "rds"), $"RDS asks for subnets in {LeastZones} zones, but the cluster has {zones}; add a zone, or keep the database in the cluster (clusterDatabase: 10Gi)");
        }

        for (var i = 0; i < registry.ClientNamespaces.Length; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(path, "clientNamespaces"), i);
            if (!problems.Cover(at) && NameRules.DnsLabel.Problem(registry.ClientNamespaces[i]) is { } problem)
            {
                problems.Add(at, problem);
            }
        }
    }

    /// <summary>How many zones the cluster's nodes are in; null where nobody said it.</summary>
    internal static int? Zones(PlatformSettings settings) => settings switch
    {
        { Cluster.Existing: { } existing } => existing.Zones.Length,
        { Network.Existing: { } network } => network.Zones.Length,
        { Network: { } network } => network.Zones.Length,
        _ => null,
    };

    private static void CheckArtifacts(string path, RegistryConfig registry, KnownNames buckets, ConfigProblems problems)
    {
        if (registry.Artifacts is not { } text)
        {
            return;
        }

        if (BucketDirectory.TryParse(text) is { } directory)
        {
            buckets.Check(path, directory.Bucket, problems);
        }
        else
        {
            problems.Add(path, $"{Shown.Quoted(text)} is no directory of a bucket; allowed is {BucketDirectory.Allowed}");
        }
    }
}
