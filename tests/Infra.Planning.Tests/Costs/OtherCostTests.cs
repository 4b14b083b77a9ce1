namespace Infra.Planning.Tests.Costs;

public sealed class OtherCostTests
{
    [Fact]
    public void Keys_are_paid_by_the_month_in_each_region()
    {
        var report = new CostPlan().Aws("aws:kms/key:Key", "a", "{}").Aws("aws:kms/key:Key", "b", "{}").Aws("aws:kms/key:Key", "c", "{}", isFar: true).Report();

        CostAssert.Lines(report, "keys 2 2", "keys/us-east-2 1 1");
        CostAssert.Usage(report, "keys/requests 0.03", "keys/us-east-2/requests 0.03");
        Assert.Equal(["The price of 'kms.key' in us-east-2 wasn't found: that of us-east-1 stands in."], report.Lines[1].Notes);
    }

    [Theory]
    [InlineData("aws:cloudwatch/logGroup:LogGroup", "logs 0.50", "logs/stored 0.03")]
    [InlineData("aws:amp/workspace:Workspace", "metrics 0.90", "metrics/stored 0.03")]
    [InlineData("aws:ecr/repository:Repository", "images 0.10")]
    [InlineData("aws:ecr/pullThroughCacheRule:PullThroughCacheRule", "images 0.10")]
    [InlineData("aws:sqs/queue:Queue", "queues 0.40")]
    [InlineData("aws:backup/plan:Plan", "backups/databases 0.095", "backups/file-systems 0.06")]
    public void Paid_by_use(string type, params string[] expected)
    {
        var report = new CostPlan().Aws(type, "a", "{}").Report();

        CostAssert.Usage(report, expected);
        Assert.Equal((0m, 0), (report.AtMaximum, report.Unpriced.Count));
        Assert.All(report.Usage, line => Assert.Equal([CostPlan.Urn(type, "a")], line.Resources));
    }

    [Fact]
    public void Copies_and_tests_of_backups_have_no_price() => Assert.Equal(
        ["backups/copies", "backups/restore-tests"],
        new CostPlan().Aws("aws:backup/plan:Plan", "a", "{}").Aws("aws:backup/vault:Vault", "a", "{}").Aws("aws:backup/vault:Vault", "b", "{}", isFar: true)
            .Aws("aws:backup/restoreTestingPlan:RestoreTestingPlan", "a", "{}").Report().Unpriced.Select(item => item.Id));

    [Fact]
    public void A_cache_has_no_price() => CostAssert.Unpriced(
        new CostPlan().Aws("aws:elasticache/serverlessCache:ServerlessCache", "a", """{"engine": "valkey"}""").Report(),
        "cache/a: ElastiCache Serverless for valkey: paid by GB and hour and by ECPU; a rate was found for Redis only ($0.125 per GB and hour in us-west-2, 2026-10-01), and AWS says that Valkey is cheaper");

    [Fact]
    public void A_type_that_nobody_looked_at_is_said_and_what_is_free_is_not() => CostAssert.Unpriced(
        new CostPlan().Aws("aws:redshift/cluster:Cluster", "a", "{}").Aws("aws:redshift/cluster:Cluster", "b", "{}").Aws("aws:iam/role:Role", "a", "{}").Report(),
        "type/aws:redshift/cluster:Cluster: 2 resources of the type aws:redshift/cluster:Cluster: nobody looked yet whether it costs something");

    [Fact]
    public void Two_of_one_name_are_two_lines()
    {
        const string Database = """{"dbName": "mlflow", "engine": "postgres", "instanceClass": "db.t4g.micro", "allocatedStorage": 0}""";

        CostAssert.Lines(
            new CostPlan().Aws("aws:rds/instance:Instance", "a", Database).Aws("aws:rds/instance:Instance", "b", Database).Report(),
            "database/mlflow 11.68 11.68", "database/mlflow~2 11.68 11.68");
    }
}
