namespace Infra.Stacks.Tests.Settings;

/// <summary>What belongs to the cluster, to AWS or to another zone is not the stack's to name.</summary>
public sealed class OwnershipRuleTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("kube-system")]
    [InlineData("nvidia-device-plugin")]
    public void Namespaces_of_others_are_refused(string name) => Assert.Equal(
        $"gpu-inference:namespace: '{name}' belongs to the cluster or to others; the stack owns its namespace, so name one of its own",
        SampleConfig.Eks().With("namespace", $"\"{name}\"").Problems());

    [Fact]
    public void So_is_that_of_Prometheus() => Assert.Equal(
        "gpu-inference:namespace: 'watch' belongs to the cluster or to others; the stack owns its namespace, so name one of its own",
        SampleConfig.Eks().With("namespace", "\"watch\"").With("monitoring", """{"prometheusOperator": {"namespace": "watch"} }""").Problems());

    [Theory]
    [InlineData("environment")]
    [InlineData("aws:owner")]
    public void Reserved_tags_are_refused(string tag) => Assert.Equal(
        $"gpu-inference:aws.tags{(tag.Contains(':') ? $"[\"{tag}\"]" : $".{tag}")}: reserved: AWS keeps aws: for itself, and the stack sets project, environment, managed-by, temporary-until",
        SampleConfig.Eks().With("aws.tags", $$"""{"{{tag}}": "x"}""").Problems());

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("cn-north-1")]
    public void Other_partitions_are_refused(string region) => Assert.StartsWith(
        $"gpu-inference:aws.region: '{region}' is not allowed; allowed: a commercial AWS region such as us-west-2",
        SampleConfig.Eks().With("aws.region", $"\"{region}\"").Problems());

    [Fact]
    public void Zones_lie_in_the_region_and_have_one_subnet_each() => Assert.Equal(
        """
        gpu-inference:cluster.existing.zones[0].name: 'us-east-1a' is not a zone of the region us-west-2
        gpu-inference:cluster.existing.zones[1].name: 'us-east-1a' is listed already; a zone has one subnet here
        gpu-inference:cluster.existing.zones[1].subnetId: 'subnet-0a1' is the subnet of another zone; a subnet lies in one zone
        """,
        SampleConfig.Eks().With("cluster.existing.zones", """[{"name": "us-east-1a", "subnetId": "subnet-0a1"}, {"name": "us-east-1a", "subnetId": "subnet-0a1"}]""").Problems());
}
