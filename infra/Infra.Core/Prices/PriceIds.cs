namespace Infra.Core.Prices;

/// <summary>Names of prices in the list; that of a database has its class in it.</summary>
public static class PriceIds
{
    public const string Cluster = "eks.cluster";
    public const string ExtendedCluster = "eks.cluster-extended";
    public const string Disk = "ebs.gp3";
    public const string DiskIops = "ebs.gp3-iops";
    public const string DiskThroughput = "ebs.gp3-throughput";
    public const string NatGateway = "vpc.nat";
    public const string NatData = "vpc.nat-data";
    public const string Endpoint = "vpc.endpoint";
    public const string EndpointData = "vpc.endpoint-data";
    public const string PublicAddress = "vpc.public-ipv4";
    public const string InternetTraffic = "transfer.internet";
    public const string ZoneTraffic = "transfer.zones";
    public const string ApplicationLoadBalancer = "elb.application";
    public const string ApplicationCapacity = "elb.application-lcu";
    public const string NetworkLoadBalancer = "elb.network";
    public const string NetworkCapacity = "elb.network-lcu";
    public const string FileSystem = "efs.storage";
    public const string FileSystemReads = "efs.elastic-read";
    public const string FileSystemWrites = "efs.elastic-write";
    public const string BucketStorage = "s3.storage";
    public const string BucketWrites = "s3.put";
    public const string BucketReads = "s3.get";
    public const string DatabaseStorage = "rds.gp3";
    public const string DatabaseBackup = "rds.backup";
    public const string LogsIngested = "logs.ingested";
    public const string LogsStored = "logs.stored";
    public const string MetricSamples = "prometheus.samples";
    public const string MetricsStored = "prometheus.stored";
    public const string Key = "kms.key";
    public const string KeyRequests = "kms.requests";
    public const string Images = "ecr.stored";
    public const string QueueRequests = "sqs.requests";
    public const string FileSystemBackup = "backup.efs";
    public const string DatabaseRecovery = "backup.rds";

    /// <summary>The price of a PostgreSQL database.</summary>
    /// <param name="instanceClass">Its class, e.g. <c>db.t4g.medium</c>.</param>
    /// <param name="multiAz">Whether another waits in a second zone.</param>
    public static string Database(string instanceClass, bool multiAz) => OfZones($"rds.postgres.{instanceClass}", multiAz);

    /// <summary>The price of a database's disk.</summary>
    /// <param name="multiAz">Whether there is another in a second zone.</param>
    public static string DatabaseDisk(bool multiAz) => OfZones(DatabaseStorage, multiAz);

    private static string OfZones(string id, bool multiAz) => multiAz ? $"{id}.multi-az" : id;
}
