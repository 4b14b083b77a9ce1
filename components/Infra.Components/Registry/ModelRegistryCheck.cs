using Infra.Components.Identity;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Units;

namespace Infra.Components.Registry;

/// <summary>What can be wrong with the arguments of a registry.</summary>
internal static class ModelRegistryCheck
{
    /// <summary>Longest name: <c>-db</c> and what Kubernetes appends to pods come after it.</summary>
    public const int MaxName = 48;

    private const int MostBackupDays = 35;

    /// <summary>Adds a problem for each wrong argument.</summary>
    public static void Run(string name, ModelRegistryArgs args, ConfigProblems problems)
    {
        if (args.RegistryName.Length > MaxName || !NameRules.ServiceName.Accepts(args.RegistryName))
        {
            problems.Add(
                ConfigPath.Key(name, "registryName"),
                $"{Shown.Quoted(args.RegistryName)} is not a registry's name; allowed: 1 to {MaxName} characters, {NameRules.ServiceName.Allowed}");
        }

        if (args.Rds is null == args.ClusterDatabase is null)
        {
            problems.Add(name, $"has {(args.Rds is null ? "neither" : "both")} of rds and clusterDatabase; exactly one of them says which database it has");
        }

        if (args.Rds is { } rds)
        {
            CheckRds(ConfigPath.Key(name, "rds"), rds, problems);
        }

        if (args.ClusterDatabase is { } database)
        {
            CheckSize(ConfigPath.Key(ConfigPath.Key(name, "clusterDatabase"), "storage"), database.Storage, problems);
        }

        CheckArtifacts(name, args, problems);
        if (args.Replicas < 1 || (args.Replicas > 1 && args.Artifacts.Storage is not null))
        {
            problems.Add(ConfigPath.Key(name, "replicas"), $"{args.Replicas} is not {(args.Artifacts.Storage is null ? "1 or more" : "1, the most that one volume allows for")}");
        }

        if (args.Scraping is not null && args.PrometheusNamespace is null)
        {
            problems.Add(ConfigPath.Key(name, "prometheusNamespace"), "missing; the network policy has to let Prometheus in");
        }
    }

    private static void CheckRds(string path, RdsDatabaseArgs rds, ConfigProblems problems)
    {
        if (rds.StorageGiB < RdsDatabaseArgs.LeastGiB)
        {
            problems.Add(ConfigPath.Key(path, "storageGiB"), $"{rds.StorageGiB} is less than {RdsDatabaseArgs.LeastGiB}, the least of gp3");
        }

        // RDS user guide, "Managing capacity automatically with storage autoscaling".
        if (rds.MaxGiB * 10 < rds.StorageGiB * 11)
        {
            problems.Add(ConfigPath.Key(path, "maxGiB"), $"{rds.MaxGiB} is less than a tenth above storageGiB, which is {rds.StorageGiB}; RDS asks for that");
        }

        if (rds.BackupDays is < 1 or > MostBackupDays)
        {
            problems.Add(ConfigPath.Key(path, "backupDays"), $"{rds.BackupDays} is not between 1 and {MostBackupDays}");
        }
    }

    private static void CheckArtifacts(string name, ModelRegistryArgs args, ConfigProblems problems)
    {
        var path = ConfigPath.Key(name, "artifacts");
        var artifacts = args.Artifacts;
        if (artifacts.S3Uri is null == artifacts.Storage is null)
        {
            problems.Add(path, $"has {(artifacts.S3Uri is null ? "neither" : "both")} of s3Uri and storage; exactly one of them says where files are kept");
        }

        if (artifacts.Storage is { } storage)
        {
            CheckSize(ConfigPath.Key(path, "storage"), storage, problems);
        }

        if (artifacts.S3Uri is null)
        {
            return;
        }

        PodIdentity.Check(name, problems);
        foreach (var (key, isThere) in new[] { ("policy", artifacts.Policy is not null), ("region", artifacts.Region is not null), ("clusterName", artifacts.ClusterName is not null) })
        {
            if (!isThere)
            {
                problems.Add(ConfigPath.Key(path, key), "missing; the server reads and writes S3 with a role of its own");
            }
        }
    }

    private static void CheckSize(string path, string text, ConfigProblems problems)
    {
        if (!ByteSize.TryParse(text, out var size) || size.Bytes == 0)
        {
            problems.Add(path, $"{Shown.Quoted(text)} is not {ByteSize.AllowedForm}");
        }
    }
}
