using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>What is kept beside the environment, and tried. Models in buckets are not its affair: these have versions, and copies with <c>replicaRegion</c>.</summary>
public sealed record BackupConfig : IConfigRules
{
    /// <summary>AWS Backup of file systems (EFS) and databases (RDS) of the environment. Default: none.</summary>
    public DataBackupConfig? Data { get; init; }

    /// <summary>Velero, of the objects of the cluster that neither Pulumi nor Helm makes. Default: none.</summary>
    public ClusterBackupConfig? Cluster { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (this is { Data: null, Cluster: null })
        {
            problems.Add(path, "keeps nothing; set data or cluster, or remove the key");
        }
    }
}
