using Infra.Components.Registry;
using Infra.Components.Storage;
using Pulumi;

namespace Infra.Examples;

/// <summary>MLflow on RDS with its files in a bucket. The password of the database is made, not written down.</summary>
public static class Registry
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var bucket = new ModelBucket("mlflow-files", new ModelBucketArgs(), cluster.With());
        _ = new ModelRegistry("mlflow", new ModelRegistryArgs
        {
            Namespace = cluster.Namespace,
            Rds = new RdsDatabaseArgs
            {
                VpcId = cluster.VpcId,
                SubnetIds = cluster.Zones.Select(zone => zone.SubnetId).ToArray(),
                ClientSecurityGroupId = cluster.NodeSecurityGroupId,
            },
            Artifacts = new RegistryArtifactsArgs
            {
                S3Uri = Output.Format($"s3://{bucket.BucketName}/artifacts"),
                Policy = ModelBucket.GrantPolicy([new BucketGrant(bucket, "artifacts", Writes: true)]),
                Region = cluster.Region,
                ClusterName = cluster.Name,
            },
        }, cluster.With());
    }
}
