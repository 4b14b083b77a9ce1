namespace Infra.Stacks.Tests.Settings;

/// <summary>How images get to nodes: what can't be together, and what nobody could do.</summary>
public sealed class ImageRuleTests
{
    [Theory]
    [InlineData(
        """{"parallelPull": true}""",
        "images.parallelPull: layers are buffered on the disk, and at 125 MiB/s pulling them side by side is slower than one after the other; set rootVolumeThroughput: 600 or more, or localNvme: true")]
    [InlineData(
        """{"snapshot": "snap-01234567", "snapshotImages": ["a:1"]}""",
        "images.snapshot: AL2023_x86_64_NVIDIA keeps images on the volume of the operating system, which is made from the AMI; use a Bottlerocket image, which has a volume of its own for them, or images.parallelPull")]
    [InlineData("""{"snapshotImages": ["a:1"]}""", "images.snapshotImages: there is no snapshot that would hold them; remove them, or name a snapshot")]
    [InlineData("""{"snapshotRate": 200}""", "images.snapshotRate: there is no snapshot that the volume would be filled from; remove it, or name a snapshot")]
    public void A_mistake_is_named_with_its_path(string images, string problem) =>
        Assert.Equal($"gpu-inference:pools[0].{problem}", SampleConfig.NewEks().With("pools[0].images", images).Problems());

    [Fact]
    public void A_snapshot_says_what_it_holds() => Assert.Equal(
        "gpu-inference:pools[0].images.snapshotImages: missing; say which images the snapshot holds, as pods name them",
        SampleConfig.NewEks().With("pools[0].amiType", "\"BOTTLEROCKET_x86_64_NVIDIA\"").With("pools[0].images", """{"snapshot": "snap-01234567"}""").Problems());

    [Fact]
    public void Auto_Mode_decides_itself() => Assert.Equal(
        "gpu-inference:pools[0].images.parallelPull: EKS Auto Mode decides itself how nodes pull images; remove this key, or use another kind of nodeAutoscaling",
        SampleConfig.NewEks().With("nodeAutoscaling", """{"kind": "autoMode"}""").With("pools[0].rootVolumeThroughput", "600").With("pools[0].images", """{"parallelPull": true}""").Problems());

    [Fact]
    public void Nodes_of_somebody_else_are_launched_by_him() => Assert.Equal(
        "gpu-inference:pools[0].images.parallelPull: describes new nodes, but existingNodes says that somebody else manages them; remove one of the two",
        SampleConfig.Local().With("pools[0].images", """{"parallelPull": true}""").Problems());

    [Fact]
    public void Pulling_ahead_needs_images_as_volumes() => Assert.Equal(
        "gpu-inference:pools[0].images.prePull: images are pulled as volumes, which need Kubernetes 1.35, where they are on by default, and the cluster has 1.34; remove it, or upgrade",
        SampleConfig.NewEks().With("cluster.eks.version", "\"1.34\"").With("pools[0].images", """{"prePull": true}""").Problems());

    [Fact]
    public void Pulling_ahead_needs_somebody_who_asks() => Assert.Equal(
        "gpu-inference:pools[1].images.prePull: no model may run on this pool, so that there is nothing to pull; remove it",
        SampleConfig.NewEks().With("pools[1]", """{"name": "l4", "instanceTypes": ["g6.xlarge"], "capacity": {"max": 1}, "images": {"prePull": true}}""").Problems());
}
