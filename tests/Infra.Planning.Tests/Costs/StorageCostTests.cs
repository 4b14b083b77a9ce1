namespace Infra.Planning.Tests.Costs;

public sealed class StorageCostTests
{
    private const string Class = """{"kind": "StorageClass", "metadata": {"name": "gp3"}, "provisioner": "ebs.csi.aws.com"}""";

    // 20 × 0.08; 2 × 100 × 0.08; 3 × 10 × 0.08.
    [Fact]
    public void Claims_become_disks_also_those_that_operators_make() => CostAssert.Lines(
        new CostPlan()
            .Kubernetes("class", Class)
            .Kubernetes("claim", Claim("gp3"))
            .Component("MonitoringStack", "monitoring", """{"prometheus": {"size": "100Gi", "replicas": 2, "storageClass": "gp3", "ephemeral": false}}""")
            .Component("Loki", "loki", """{"volumeSize": "10Gi", "replicas": 3, "storageClass": "gp3"}""").Report(),
        "volume/data 1.6 1.6", "volume/loki 2.4 2.4", "volume/prometheus 16 16");

    [Fact]
    public void A_class_that_the_plan_does_not_have_is_said() => CostAssert.Unpriced(
        new CostPlan().Kubernetes("claim", Claim("mine")).Report(), "volume/data: 1 volume of 20 GB: its storage class 'mine' isn't part of the plan");

    [Fact]
    public void What_costs_elsewhere_or_nothing_is_no_disk()
    {
        var report = new CostPlan()
            .Kubernetes("class", """{"kind": "StorageClass", "metadata": {"name": "efs"}, "provisioner": "efs.csi.aws.com"}""")
            .Kubernetes("claim", Claim("efs")).Kubernetes("static", Claim(""))
            .Component("MonitoringStack", "monitoring", """{"prometheus": {"size": "100Gi", "replicas": 2, "ephemeral": true}}""").Report();

        Assert.Equal((0, 0), (report.Lines.Count, report.Unpriced.Count));
    }

    // 500 × 0.30.
    [Fact]
    public void A_file_system_is_paid_by_what_it_holds()
    {
        var report = new CostPlan()
            .Component("ModelVolume", "datasets", """{"volumeName": "datasets", "size": "500Gi", "efs": {}}""")
            .Child("ModelVolume", "datasets", "aws:efs/fileSystem:FileSystem", "datasets-file-system", """{"throughputMode": "elastic"}""")
            .Aws("aws:efs/fileSystem:FileSystem", "other", """{"throughputMode": "bursting"}""").Report();

        CostAssert.Lines(report, "file-system/datasets 0 150");
        CostAssert.Usage(report, "file-system/datasets/reads 0.03", "file-system/datasets/writes 0.06", "file-system/other 0.30");
    }

    [Fact]
    public void Lustre_has_no_price() => CostAssert.Unpriced(
        new CostPlan().Component("ModelVolume", "scratch", """{"volumeName": "scratch", "size": "1200Gi", "lustre": {}}""").Report(),
        "file-system/scratch: FSx for Lustre, 1200Gi: no source of a price of FSx for Lustre was found");

    [Fact]
    public void Buckets_are_paid_by_use_in_each_region()
    {
        var report = new CostPlan()
            .Aws("aws:s3/bucket:Bucket", "a", "{}").Aws("aws:s3/bucket:Bucket", "b", "{}").Aws("aws:s3/bucket:Bucket", "copy", "{}", isFar: true)
            .Aws("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "a", "{}").Report();

        CostAssert.Usage(report, "buckets 0.023", "buckets/reads 0.0004", "buckets/us-east-2 0.023", "buckets/us-east-2/reads 0.0004", "buckets/us-east-2/writes 0.005", "buckets/writes 0.005");
        Assert.Equal(["what 2 buckets hold", "what 1 bucket holds"], report.Usage.Where(line => line.Rate.Id == "s3.storage").Select(line => line.What));
        CostAssert.Unpriced(report, "buckets/replication: traffic of replicated buckets to the other region: no source of a price of traffic between regions was found");
    }

    // 0.130 × 730; 20 to 200 GB × 0.23.
    [Fact]
    public void A_database_in_two_zones_costs_its_hours_and_a_disk_that_grows()
    {
        var report = new CostPlan()
            .Aws("aws:rds/instance:Instance", "db", """{"dbName": "mlflow", "engine": "postgres", "instanceClass": "db.t4g.medium", "multiAz": true, "allocatedStorage": 20, "maxAllocatedStorage": 200}""").Report();

        CostAssert.Lines(report, "database/mlflow 94.9 94.9", "database/mlflow/disk 4.6 46");
        CostAssert.Usage(report, "database/mlflow/backups 0.095");
    }

    [Theory]
    [InlineData("mysql", "db.t4g.medium", "database/db: mysql on db.t4g.medium: no source of a price of mysql was found")]
    [InlineData("postgres", "db.r8g.large", "database/db: postgres on db.r8g.large: no source of a price 'rds.postgres.db.r8g.large' was found")]
    public void A_database_that_nobody_priced_is_said(string engine, string instanceClass, string expected) => CostAssert.Unpriced(
        new CostPlan().Aws("aws:rds/instance:Instance", "db", $$"""{"engine": "{{engine}}", "instanceClass": "{{instanceClass}}"}""").Report(), expected);

    private static string Claim(string storageClass) =>
        $$"""{"kind": "PersistentVolumeClaim", "metadata": {"name": "data"}, "spec": {"storageClassName": "{{storageClass}}", "resources": {"requests": {"storage": "20Gi"} } } }""";
}
