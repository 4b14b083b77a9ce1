namespace Infra.Stacks.Tests.Settings;

/// <summary>What each kind of node autoscaler needs, and what it excludes.</summary>
public sealed class NodeAutoscalingRuleTests
{
    [Theory]
    [InlineData("clusterAutoscaler")]
    [InlineData("karpenter")]
    [InlineData("autoMode")]
    public void Two_autoscalers_would_fight(string kind) => Assert.Contains(
        "gpu-inference:nodeAutoscaling.kind: cluster.existing.nodeAutoscaler says that the cluster runs an autoscaler already, and two would undo each other's work; remove one of the two",
        SampleConfig.Eks().With("nodeAutoscaling", $$"""{"kind": "{{kind}}", "kubernetesVersion": "1.35"}""").Problems(),
        StringComparison.Ordinal);

    [Fact]
    public void A_cluster_behind_a_kubeconfig_has_no_nodes_of_ours() => Assert.Equal(
        "gpu-inference:nodeAutoscaling.kind: the stack launches nodes only in an EKS cluster; this one is reached by a kubeconfig",
        SampleConfig.Local().With("nodeAutoscaling", """{"kind": "karpenter"}""").Problems());

    [Theory]
    [InlineData("""{"kind": "clusterAutoscaler"}""", "missing; Cluster Autoscaler has to be of the cluster's minor version, such as \"1.35\"")]
    [InlineData("""{"kind": "clusterAutoscaler", "kubernetesVersion": "1.28"}""", "no Cluster Autoscaler is pinned for Kubernetes 1.28; there are: 1.33, 1.34, 1.35, 1.36")]
    public void Cluster_Autoscaler_has_the_clusters_version(string json, string problem) =>
        Assert.Equal($"gpu-inference:nodeAutoscaling.kubernetesVersion: {problem}", Ours(json).Problems());

    [Fact]
    public void A_new_cluster_says_its_version_itself() => Assert.Equal(
        "",
        SampleConfig.NewEks().With("nodeAutoscaling", """{"kind": "clusterAutoscaler"}""").Problems());

    [Fact]
    public void Auto_Mode_brings_nodes_and_add_ons_of_a_new_cluster() => Assert.Equal(
        """
        gpu-inference:cluster.eks.addOns.versions.coredns: 'coredns' is no add-on that the stack manages here; there are: metrics-server, snapshot-controller
        gpu-inference:cluster.eks.nodeRoleArn: EKS Auto Mode has no managed nodes; remove this key, or use another kind of nodeAutoscaling
        gpu-inference:cluster.eks.addOns.foreign[0]: 'vpc-cni' is none of metrics-server, snapshot-controller
        gpu-inference:systemPool: EKS Auto Mode runs controllers on nodes of its own; remove this key, or use another kind of nodeAutoscaling
        """,
        SampleConfig.NewEks().With("nodeAutoscaling", """{"kind": "autoMode"}""")
            .With("systemPool", """{"min": 2}""")
            .With("cluster.eks.nodeRoleArn", "\"arn:aws:iam::123456789012:role/nodes\"")
            .With("cluster.eks.addOns", """{"foreign": ["vpc-cni"], "versions": {"coredns": "v1.13.1-eksbuild.1"}}""").Problems());

    [Fact]
    public void Karpenter_takes_a_release_and_knows_no_minimum() => Assert.Equal(
        """
        gpu-inference:pools[0].capacity.min: 1 node, but Karpenter launches nodes for pods alone; use min: 0, and headroom to keep nodes ready
        gpu-inference:pools[0].amiReleaseVersion: missing; Karpenter replaces all nodes when AWS publishes an image unless a release is named; AL2023 releases look like 1.34.2-20260917 or v20260917, Bottlerocket's like 1.26.1-943d9a41 or v1.26.1
        """,
        Ours("""{"kind": "karpenter"}""").With("pools[0].capacity.min", "1").Problems());

    [Fact]
    public void Shared_GPUs_take_an_alpha_feature_of_Karpenter_that_somebody_accepts()
    {
        Assert.Equal(
            "gpu-inference:pools[0].sharing: Karpenter knows whole GPUs only, and learns of shared ones by NodeOverlay, which is alpha; set nodeAutoscaling.nodeOverlays: true to use it all the same, or kind: clusterAutoscaler",
            Shared("""{"kind": "karpenter"}""").Problems());
        Assert.Equal("", Shared("""{"kind": "karpenter", "nodeOverlays": true}""").Problems());
    }

    [Fact]
    public void An_overlay_is_about_a_type_in_whatever_pool() => Assert.Equal(
        "gpu-inference:pools[1].instanceTypes[0]: the pool t4 has 'g4dn.xlarge' too, and shares its GPUs in another way; with Karpenter all pools of a type share it alike",
        Shared("""{"kind": "karpenter", "nodeOverlays": true}""")
            .With("pools[1]", """{"name": "whole", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 2}, "amiReleaseVersion": "1.34.2-20260917"}""").Problems());

    [Fact]
    public void Overlays_are_Karpenters_alone() => Assert.Equal(
        "gpu-inference:nodeAutoscaling.nodeOverlays: only Karpenter has node overlays; remove this key",
        Ours("""{"kind": "clusterAutoscaler", "kubernetesVersion": "1.35", "nodeOverlays": true}""").Problems());

    [Fact]
    public void Auto_Mode_brings_image_and_plugin_and_shares_nothing() => Assert.Equal(
        """
        gpu-inference:pools[0].amiReleaseVersion: EKS Auto Mode chooses the image itself; remove this key, or use another kind of nodeAutoscaling
        gpu-inference:pools[0].sharing: the device plugin of EKS Auto Mode shares no GPUs; remove this key, or use another kind of nodeAutoscaling
        gpu-inference:accelerators.nvidia: EKS Auto Mode brings driver and device plugin on its nodes, and a second one would advertise every GPU twice; remove this key
        """,
        Shared("""{"kind": "autoMode"}""").With("accelerators", """{"nvidia": "devicePlugin"}""").Problems());

    // Both would be objects of one name, and Auto Mode's own is there first.
    [Theory]
    [InlineData("default", "'default' is the name of a node class that EKS Auto Mode brings itself; choose another name")]
    [InlineData("general-purpose", "'general-purpose' is the name of a node pool that EKS Auto Mode brings itself; choose another name")]
    [InlineData("system", "'system' is the name of a node pool that EKS Auto Mode brings itself; choose another name")]
    public void A_pool_has_no_name_of_Auto_Modes_own(string name, string problem)
    {
        SampleConfig Config(string kind) => Ours(kind).With("models", "[]").With("pools[0].name", $"\"{name}\"");

        Assert.Equal($"gpu-inference:pools[0].name: {problem}", Config("""{"kind": "autoMode"}""").Problems());
        Assert.Equal("", Config("""{"kind": "none"}""").Problems());
    }

    private static SampleConfig Ours(string json) => SampleConfig.Eks().With("cluster.existing.nodeAutoscaler", "false").With("nodeAutoscaling", json);

    private static SampleConfig Shared(string json) =>
        Ours(json).With("pools[0].sharing", """{"timeSlicing": 4}""").With("pools[0].amiReleaseVersion", "\"1.34.2-20260917\"");
}
