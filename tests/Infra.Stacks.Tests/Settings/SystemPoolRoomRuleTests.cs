namespace Infra.Stacks.Tests.Settings;

public sealed class SystemPoolRoomRuleTests
{
    [Fact]
    public void The_default_pool_holds_everything_that_a_cluster_can_have() => Assert.Equal(
        "",
        SampleConfig.NewEks().With("cluster.eks.addOns", """{"further": ["aws-efs-csi-driver", "aws-fsx-csi-driver", "aws-mountpoint-s3-csi-driver"]}""")
            .With("accelerators", """{"nvidia": "gpuOperator"}""").Problems());

    // Of a c6i.large's 2 cores and 3807Mi that Linux sees, the kubelet keeps 70m and 1465Mi for 110 pods, and 100Mi are never free; agents and drivers on
    // the node ask for 190m and 134Mi in 5 pods.
    [Fact]
    public void A_pool_of_too_few_nodes_says_how_many_would_do() => Assert.Equal(
        "gpu-inference:systemPool.min: 1 node of c6i.large holds 1740m CPU, 2108Mi memory and 105 pods beside the daemon sets, "
        + "but controllers and add-ons ask for 720m CPU, 2204Mi memory and 10 pods; raise min to 2, or use larger instanceTypes",
        Small("""{"min": 1, "max": 4}""").Problems());

    [Fact]
    public void The_maximum_has_to_grow_where_even_that_is_too_little() => Assert.EndsWith(
        "; use larger instanceTypes, or raise min to 2 and max, which is 1, with it",
        Small("""{"min": 1, "max": 1}""").Problems(),
        StringComparison.Ordinal);

    // A second type with less makes every node of the pool as small as that.
    [Fact]
    public void The_smallest_type_counts()
    {
        Assert.Equal("", Small("""{"min": 1, "max": 1}""").With("systemPool.instanceTypes", """["m6i.large"]""").Problems());
        Assert.StartsWith(
            "gpu-inference:systemPool.min: 1 node of m6i.large or c6i.large holds 1740m CPU, 2108Mi memory",
            Small("""{"min": 1, "max": 1}""").With("systemPool.instanceTypes", """["m6i.large", "c6i.large"]""").Problems(),
            StringComparison.Ordinal);
    }

    // Karpenter asks for a whole core.
    [Fact]
    public void A_pod_that_is_greater_than_a_node_fits_no_number_of_them() => Assert.EndsWith(
        "; no number of such nodes holds them: use larger instanceTypes",
        Small("""{"min": 100, "max": 100}""").With("systemPool.instanceTypes", """["m7g.medium"]""").With("systemPool.amiType", "\"AL2023_ARM_64_STANDARD\"")
            .With("nodeAutoscaling", """{"kind": "karpenter"}""").With("pools[0].amiReleaseVersion", "\"1.35.0-20261101\"").Problems(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("cluster.eks.addOns", """{"foreign": ["metrics-server"]}""")]
    [InlineData("nodeAutoscaling", """{"kind": "clusterAutoscaler", "replicas": 1}""")]
    public void What_is_not_installed_is_not_counted(string key, string json) => Assert.Equal("", Small("""{"min": 1, "max": 1}""").With(key, json).Problems());

    [Theory]
    [InlineData("accelerators", """{"featureDiscovery": true}""", "830m CPU, 2460Mi memory and 12 pods")]
    [InlineData("accelerators", """{"nvidia": "gpuOperator"}""", "1030m CPU, 2560Mi memory and 13 pods")]
    [InlineData("cluster.eks.addOns", """{"further": ["aws-fsx-csi-driver"]}""", "800m CPU, 2476Mi memory and 12 pods")]
    public void What_is_installed_beside_is_counted(string key, string json, string demand) =>
        Assert.Contains($"ask for {demand};", Small("""{"min": 1, "max": 4}""").With(key, json).Problems(), StringComparison.Ordinal);

    [Fact]
    public void A_pool_whose_types_are_wrong_is_told_that_alone() => Assert.Equal(
        "gpu-inference:systemPool.instanceTypes[0]: 'm6i.lage' is not in the catalogue of instance types; did you mean 'm6i.large'?",
        SampleConfig.NewEks().With("systemPool", """{"instanceTypes": ["m6i.lage"]}""").Problems());

    private static SampleConfig Small(string size) =>
        SampleConfig.NewEks().With("systemPool", size).With("systemPool.instanceTypes", """["c6i.large"]""");
}
