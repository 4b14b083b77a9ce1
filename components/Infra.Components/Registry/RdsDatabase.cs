using Infra.Components.Shared;
using Infra.Core.Registry;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Kms = Pulumi.Aws.Kms;
using Rds = Pulumi.Aws.Rds;

namespace Infra.Components.Registry;

/// <summary>The registry's database in RDS: private, encrypted with a key of its own, backed up.</summary>
internal static class RdsDatabase
{
    // What Pulumi's provider waits by default is less than a second zone takes.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(60);

    /// <summary>Declares it.</summary>
    public static RegistryDatabase Create(ComponentResource parent, string name, ModelRegistryArgs args, Output<string> password, ComponentResourceOptions? options)
    {
        var rds = args.Rds!;
        var key = new Kms.Key($"{name}-database-key", new Kms.KeyArgs
        {
            Description = $"Encrypts the database of the model registry {name}",
            EnableKeyRotation = true,
            DeletionWindowInDays = 30,
        }, Keep(args, Children.Root(parent, options)));
        var subnets = new Rds.SubnetGroup($"{name}-database-subnets", new Rds.SubnetGroupArgs
        {
            Description = $"Database of the model registry {name}",
            SubnetIds = rds.SubnetIds,
        }, Children.Root(parent, options));
        var group = new SecurityGroup($"{name}-database-access", new SecurityGroupArgs
        {
            Description = $"PostgreSQL of the model registry {name}, for the cluster's nodes only",
            VpcId = rds.VpcId,
            Ingress =
            {
                new SecurityGroupIngressArgs
                {
                    Description = "PostgreSQL from nodes",
                    Protocol = "tcp",
                    FromPort = MlflowServer.DatabasePort,
                    ToPort = MlflowServer.DatabasePort,
                    SecurityGroups = rds.ClientSecurityGroupId,
                },
            },
        }, Children.Root(parent, options));
        var database = new Rds.Instance($"{name}-database", Instance(name, args, rds, password, key, subnets, group), Database(args, parent, options));
        return new RegistryDatabase(database.Address, Encrypted: true, database, ServerPods: null);
    }

    private static Rds.InstanceArgs Instance(
        string name, ModelRegistryArgs args, RdsDatabaseArgs rds, Output<string> password, Kms.Key key, Rds.SubnetGroup subnets, SecurityGroup group)
    {
        var instance = new Rds.InstanceArgs
        {
            Engine = "postgres",
            // From 15 on RDS refuses connections that aren't encrypted by itself (RDS user guide, "Requiring an SSL connection", rds.force_ssl).
            EngineVersion = Pins.RdsPostgres.Version,
            AutoMinorVersionUpgrade = true,
            InstanceClass = rds.InstanceClass,
            StorageType = "gp3",
            AllocatedStorage = rds.StorageGiB,
            MaxAllocatedStorage = rds.MaxGiB,
            StorageEncrypted = true,
            KmsKeyId = key.Arn,
            DbName = MlflowServer.Database,
            Username = MlflowServer.Database,
            Password = password,
            Port = MlflowServer.DatabasePort,
            MultiAz = rds.MultiAz,
            DbSubnetGroupName = subnets.Name,
            VpcSecurityGroupIds = group.Id,
            PubliclyAccessible = false,
            BackupRetentionPeriod = rds.BackupDays,
            CopyTagsToSnapshot = true,
            EnabledCloudwatchLogsExports = new[] { "postgresql", "upgrade" },
            DeletionProtection = args.Protect,
            DeleteAutomatedBackups = !args.Protect,
            SkipFinalSnapshot = !args.Protect,
        };
        if (args.Protect)
        {
            instance.FinalSnapshotIdentifier = $"{name}-final";
        }

        return instance;
    }

    private static CustomResourceOptions Database(ModelRegistryArgs args, ComponentResource parent, ComponentResourceOptions? options)
    {
        var database = Keep(args, Children.Root(parent, options));
        database.CustomTimeouts = new CustomTimeouts { Create = _patience, Update = _patience, Delete = _patience };
        return database;
    }

    private static CustomResourceOptions Keep(ModelRegistryArgs args, CustomResourceOptions options)
    {
        options.Protect = args.Protect;
        options.RetainOnDelete = args.Protect;
        return options;
    }
}
