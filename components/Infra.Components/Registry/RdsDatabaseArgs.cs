using Pulumi;

namespace Infra.Components.Registry;

/// <summary>A PostgreSQL instance of RDS as the registry's database.</summary>
public sealed class RdsDatabaseArgs : ResourceArgs
{
    /// <summary>VPC of the instance.</summary>
    [Input("vpcId", required: true)]
    public required Input<string> VpcId { get; init; }

    /// <summary>Private subnets, in two zones or more.</summary>
    [Input("subnetIds", required: true)]
    public InputList<string> SubnetIds { get; init; } = new();

    /// <summary>Security group of the nodes, from which alone the database is reached.</summary>
    [Input("clientSecurityGroupId", required: true)]
    public required Input<string> ClientSecurityGroupId { get; init; }

    /// <summary>Class of the instance. Default: db.t4g.medium.</summary>
    [Input("instanceClass")]
    public string InstanceClass { get; init; } = DefaultInstanceClass;

    /// <summary>Size of the volume in GiB, 20 or more; it grows to <see cref="MaxGiB"/>. Default: 20.</summary>
    [Input("storageGiB")]
    public int StorageGiB { get; init; } = LeastGiB;

    /// <summary>Size in GiB up to which the volume grows by itself, at least a tenth more than <see cref="StorageGiB"/>. Default: 200.</summary>
    [Input("maxGiB")]
    public int MaxGiB { get; init; } = DefaultMaxGiB;

    /// <summary>Whether a second instance in another zone takes over when the first fails. Default: false.</summary>
    [Input("multiAz")]
    public bool MultiAz { get; init; }

    /// <summary>Days that RDS keeps its daily backups, from which any second can be restored, 1 to 35. Default: 7.</summary>
    [Input("backupDays")]
    public int BackupDays { get; init; } = DefaultBackupDays;

    /// <summary>Default of <see cref="InstanceClass"/>.</summary>
    public const string DefaultInstanceClass = "db.t4g.medium";

    /// <summary>Least volume of PostgreSQL with gp3 (RDS user guide, "gp3 storage").</summary>
    public const int LeastGiB = 20;

    /// <summary>Default of <see cref="MaxGiB"/>.</summary>
    public const int DefaultMaxGiB = 200;

    /// <summary>Default of <see cref="BackupDays"/>.</summary>
    public const int DefaultBackupDays = 7;
}
