namespace Infra.Stacks.Tests.Settings;

/// <summary>Zones that replicas are kept apart by, backups and experiments: what is asked for can be, or it is said why not.</summary>
public sealed class ResilienceRuleTests
{
    private const string Data = """{"data": {}}""";
    private const string Kill = """{"onProtectedEnvironment": true, "experiments": [{"name": "kill", "killPod": {"model": "classifier"}}]}""";

    [Theory]
    [InlineData("1", "false", "required, but there may be 1 replica at a time; ask for two with replicas or autoscaling.min, or remove the line")]
    [InlineData("2", "false", "required, but nobody launches a node in a zone that is wanted: set perZone of 't4', or remove the line")]
    public void A_zone_can_be_kept_from_having_all_replicas_only_where_somebody_launches_nodes_in_it(string replicas, string perZone, string problem) => Assert.EndsWith(
        $"zoneSpread: {problem}",
        NewEks(replicas, perZone).With("models[0].zoneSpread", "\"required\"").Problems(),
        StringComparison.Ordinal);

    [Fact]
    public void With_a_node_group_for_each_zone_it_can() => Assert.DoesNotContain("zoneSpread", NewEks("2", "true").With("models[0].zoneSpread", "\"required\"").Problems(), StringComparison.Ordinal);

    [Fact]
    public void A_backup_keeps_something() => Assert.Contains(
        "gpu-inference:backup.data: there is nothing to keep: no volume is efs, and there is no registry with rds; buckets have versions and replicaRegion",
        SampleConfig.NewEks().With("backup", Data).Problems(),
        StringComparison.Ordinal);

    // FSx for Lustre user guide, "Working with backups" (read 2026-11-22): persistent file systems that are not linked to S3; ours always are.
    [Fact]
    public void Lustre_shows_a_bucket_which_is_kept_instead() => Assert.Contains(
        "gpu-inference:backup.data: there is nothing to keep: no volume is efs, and there is no registry with rds; buckets have versions and replicaRegion, and lustre shows such a bucket: "
        + "AWS makes no backups of a file system that is linked to one",
        SampleConfig.NewEks().With("backup", Data).With("storage.volumes", """[{"name": "weights", "size": "1200Gi", "lustre": {"zone": "us-west-2b", "bucket": "models", "throughput": 125}}]""").Problems(),
        StringComparison.Ordinal);

    [Fact]
    public void Without_AWS_there_is_nothing_to_keep_it_in() => Assert.Contains(
        "gpu-inference:backup: AWS Backup and Velero's bucket are in AWS, which this environment doesn't have; use cluster.eks or cluster.existing, or remove the key",
        SampleConfig.Local().With("backup", """{"cluster": {}}""").Problems(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{}", "gpu-inference:backup: keeps nothing; set data or cluster, or remove the key")]
    [InlineData("""{"data": {"lockedForEverAfterDays": 3}}""", "gpu-inference:backup.data.lockedForEverAfterDays: there is no lock; set lock: true, or remove the line")]
    [InlineData("""{"cluster": {"schedule": {"cron": "0 3 1 * 1"}}}""", "gpu-inference:backup.cluster.schedule.cron: '0 3 1 * 1' names days of the month and of the week; AWS takes one of them, so write * for the other")]
    [InlineData("""{"cluster": {"schedule": {"restoreTest": "0 3 30 2 *"}}}""", "gpu-inference:backup.cluster.schedule.restoreTest: '0 3 30 2 *' is a day that never comes; name another")]
    public void What_contradicts_itself_is_refused(string backup, string problem) => Assert.Contains(problem, SampleConfig.NewEks().With("backup", backup).Problems(), StringComparison.Ordinal);

    // Nobody would notice: what EventBridge can't deliver is lost.
    [Theory]
    [InlineData("eu-central-1", true)]
    [InlineData("us-west-2", false)]
    public void Failed_backups_are_told_in_their_own_region(string region, bool isWrong)
    {
        const string problem = "gpu-inference:backup.data.failureTopicArn: the topic is in 'eu-central-1', and events stay in the environment's region; name a topic there";
        var problems = SampleConfig.NewEks().With("backup", $$$"""{"data": {"failureTopicArn": "arn:aws:sns:{{{region}}}:123456789012:backups"}}""").Problems().Split('\n');

        Assert.Equal(isWrong, problems.Contains(problem));
        Assert.Equal(isWrong, problems.Any(line => line.Contains("failureTopicArn", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_protected_is_broken_only_if_that_is_said_twice() => Assert.Contains(
        "gpu-inference:chaos: this environment is protected, so somebody relies on it; set onProtectedEnvironment: true if it is to be broken all the same, or remove the key",
        SampleConfig.NewEks().With("chaos", Kill.Replace("true", "false", StringComparison.Ordinal)).Problems(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"onProtectedEnvironment": true}""", "gpu-inference:chaos.experiments: there is none; name one, or remove chaos")]
    [InlineData("""{"onProtectedEnvironment": true, "experiments": [{"name": "x"}]}""", "gpu-inference:chaos.experiments[0]: has 0 of killPod, loseNodes, slowStorage and cutZone; say exactly one")]
    [InlineData("""{"onProtectedEnvironment": true, "experiments": [{"name": "x", "killPod": {"model": "nobody"}}]}""", "gpu-inference:chaos.experiments[0].killPod.model: 'nobody' is not a model")]
    [InlineData("""{"onProtectedEnvironment": true, "experiments": [{"name": "x", "cutZone": {"zone": "mars"}}]}""", "gpu-inference:chaos.experiments[0].cutZone.zone: 'mars' is no zone of the cluster; there are: ")]
    [InlineData("""{"onProtectedEnvironment": true, "experiments": [{"name": "x", "cutZone": {"zone": "mars"}, "cron": "often"}]}""", "gpu-inference:chaos.experiments[0].cron: 'often' is no cron expression")]
    public void An_experiment_breaks_what_is_there(string chaos, string problem) => Assert.Contains(problem, SampleConfig.NewEks().With("chaos", chaos).Problems(), StringComparison.Ordinal);

    private static SampleConfig NewEks(string replicas, string perZone) => SampleConfig.NewEks().With("models[0].replicas", replicas).With("pools[0].perZone", perZone)
        .With("nodeAutoscaling", """{"kind": "clusterAutoscaler"}""").With("pools[0].capacity", """{"min": 0, "max": 4}""");
}
