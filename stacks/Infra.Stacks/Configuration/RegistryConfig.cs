using System.Collections.Immutable;
using Infra.Components.Registry;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>The model registry: MLflow's server, with a database of RDS on EKS and one in the cluster elsewhere. Whether data is protected says <c>storage.protect</c>.</summary>
public sealed record RegistryConfig : IConfigRules
{
    /// <summary>Name of the registry and of its Kubernetes objects. Default: mlflow.</summary>
    [Matches("[a-z]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    [MaxLength(48)]
    public string Name { get; init; } = ModelRegistryArgs.DefaultName;

    /// <summary>Where models and files of runs are kept: <c>s3://BUCKET/PATH</c> with a bucket of the environment. Default: a volume.</summary>
    public string? Artifacts { get; init; }

    /// <summary>Size of the volume for files, where there is one. Default: 50Gi.</summary>
    [InRange<ByteSize>(Min = "1Gi", Max = "16Ti")]
    public ByteSize Storage { get; init; } = ByteSize.FromGibibytes(50);

    /// <summary>Storage class of volumes. Default: disks of EBS in a cluster of the stack (cluster.eks), elsewhere the cluster's own default.</summary>
    [NonEmpty]
    public string? StorageClass { get; init; }

    /// <summary>Database of RDS. Default: one with the defaults of its keys on EKS.</summary>
    public RegistryRdsConfig? Rds { get; init; }

    /// <summary>Size of the volume of a database in the cluster, which nobody backs up. Default: 10Gi where the cluster isn't EKS.</summary>
    [InRange<ByteSize>(Min = "1Gi", Max = "16Ti")]
    public ByteSize? ClusterDatabase { get; init; }

    /// <summary>Pods of the server; 1 with a volume for files. Default: 1.</summary>
    [InRange(Min = 1, Max = 20)]
    public int Replicas { get; init; } = 1;

    /// <summary>Namespaces whose pods may call it, beside that of the models. It asks nobody who he is. Default: none.</summary>
    public ImmutableArray<string> ClientNamespaces { get; init; } = [];

    /// <summary>Hosts that it answers to beside those of its Service, such as <c>mlflow.example.com</c> behind a gateway that asks who calls. Default: none.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Rds is not null && ClusterDatabase is not null)
        {
            problems.Add(ConfigPath.Key(path, "clusterDatabase"), "set together with rds; a registry has one database, so remove one of them");
        }

        if (Replicas > 1 && Artifacts is null)
        {
            problems.Add(ConfigPath.Key(path, "replicas"), $"{Replicas} pods can't share a volume; keep files in a bucket (artifacts: s3://BUCKET/PATH) or run one pod");
        }
    }
}

/// <summary>The registry's database in RDS.</summary>
public sealed record RegistryRdsConfig : IConfigRules
{
    /// <summary>Class of the instance. Default: db.t4g.medium.</summary>
    [Matches("db[.][a-z0-9]+[.][a-z0-9]+", "an RDS instance class such as db.t4g.medium")]
    public string InstanceClass { get; init; } = RdsDatabaseArgs.DefaultInstanceClass;

    /// <summary>Size of its volume in GiB. Default: 20.</summary>
    [InRange(Min = 20, Max = 65536)]
    public int StorageGiB { get; init; } = RdsDatabaseArgs.LeastGiB;

    /// <summary>Size in GiB up to which the volume grows by itself. Default: 200.</summary>
    [InRange(Min = 22, Max = 65536)]
    public int MaxGiB { get; init; } = RdsDatabaseArgs.DefaultMaxGiB;

    /// <summary>Whether a second instance in another zone takes over when the first fails. Default: false.</summary>
    public bool MultiAz { get; init; }

    /// <summary>Days that daily backups are kept, from which any second can be restored. Default: 7.</summary>
    [InRange(Min = 1, Max = 35)]
    public int BackupDays { get; init; } = RdsDatabaseArgs.DefaultBackupDays;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (MaxGiB * 10L < StorageGiB * 11L)
        {
            problems.Add(ConfigPath.Key(path, "maxGiB"), $"{MaxGiB} is less than a tenth above storageGiB, which is {StorageGiB}; RDS asks for that");
        }
    }
}
