using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class NodeImageRulesTests
{
    private const string Al2023 = "AL2023_x86_64_NVIDIA";
    private const string Bottlerocket = "BOTTLEROCKET_x86_64_NVIDIA";
    private const string Snapshot = "snap-0123456789abcdef0";

    private static readonly NodePoolSpec _pool = new() { InstanceTypes = ["g5.xlarge"] };

    public static TheoryData<string, NodePoolSpec, string> Refused => new()
    {
        {
            Al2023, Parallel(),
            "pool.images.parallelPull: layers are buffered on the disk, and at 125 MiB/s pulling them side by side is slower than one after the other; set rootVolumeThroughput: 600 or more, or localNvme: true"
        },
        {
            Bottlerocket, Parallel() with { RootVolumeThroughput = 599 },
            "pool.images.parallelPull: layers are buffered on the disk, and at 599 MiB/s pulling them side by side is slower than one after the other; set rootVolumeThroughput: 600 or more, or localNvme: true"
        },
        {
            Al2023, Parallel() with { LocalNvme = true, AmiRelease = "1.33.3-20250820" },
            "pool.images.parallelPull: the AMI release 1.33.3-20250820 has no such snapshotter; name one from 20250821 on"
        },
        {
            Al2023, Parallel() with { LocalNvme = true, AmiRelease = "v20250820" },
            "pool.images.parallelPull: the AMI release v20250820 has no such snapshotter; name one from 20250821 on"
        },
        {
            Bottlerocket, Parallel() with { RootVolumeThroughput = 600, AmiRelease = "1.43.2-943d9a41" },
            "pool.images.parallelPull: the AMI release 1.43.2-943d9a41 has no such snapshotter; name one from 1.44.0 on"
        },
        {
            Al2023, Parallel() with { InstanceTypes = ["g6f.large", "g6f.xlarge"], LocalNvme = true },
            "pool.images.parallelPull: AL2023_x86_64_NVIDIA takes no notice of it on g6f.large, which has 2 vCPUs; leave types of fewer than 4 out, or use a Bottlerocket image"
        },
        {
            Al2023, _pool with { Images = new NodeImages(Snapshot: Snapshot) },
            "pool.images.snapshot: AL2023_x86_64_NVIDIA keeps images on the volume of the operating system, which is made from the AMI; use a Bottlerocket image, which has a volume of its own for them, or images.parallelPull"
        },
        { Bottlerocket, _pool with { Images = new NodeImages(Snapshot: "vol-1") }, "pool.images.snapshot: 'vol-1' is no EBS snapshot; allowed: snap- and 8 or 17 hexadecimal digits" },
        {
            Bottlerocket, _pool with { LocalNvme = true, Images = new NodeImages(Snapshot: Snapshot) },
            "pool.images.snapshot: images are on the local NVMe disks, which start empty; remove localNvme or the snapshot"
        },
        {
            Bottlerocket, _pool with { RootVolumeThroughput = 600, Images = new NodeImages(ParallelPull: true, Snapshot) },
            "pool.images.snapshot: the snapshot was written by containerd's own snapshotter, and Bottlerocket deletes what another one left; remove images.parallelPull or the snapshot"
        },
        { Bottlerocket, _pool with { Images = new NodeImages(SnapshotRate: 200) }, "pool.images.snapshotRate: there is no snapshot that the volume would be filled from; remove it, or name a snapshot" },
        { Bottlerocket, _pool with { Images = new NodeImages(false, Snapshot, 99) }, "pool.images.snapshotRate: 99 is not between 100 and 300 MiB/s" },
        { Bottlerocket, _pool with { Images = new NodeImages(false, Snapshot, 301) }, "pool.images.snapshotRate: 301 is not between 100 and 300 MiB/s" },
    };

    public static TheoryData<string, NodePoolSpec> Allowed => new()
    {
        { Al2023, _pool },
        { Al2023, Parallel() with { RootVolumeThroughput = 600 } },
        { Al2023, Parallel() with { LocalNvme = true, AmiRelease = "1.33.3-20250821" } },
        { Al2023, Parallel() with { LocalNvme = true, AmiRelease = "v20260917" } },
        { Bottlerocket, Parallel() with { RootVolumeThroughput = 1000, AmiRelease = "1.44.0-943d9a41" } },
        { Bottlerocket, Parallel() with { LocalNvme = true, AmiRelease = "v1.53.0" } },
        { Bottlerocket, Parallel() with { InstanceTypes = ["g6f.large"], LocalNvme = true } },
        { Bottlerocket, _pool with { Images = new NodeImages(false, Snapshot, 300) } },
        { Bottlerocket, _pool with { Images = new NodeImages(false, "snap-01234567") } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_can_not_be_is_refused_with_the_reason(string ami, NodePoolSpec spec, string problem) => Assert.Equal([problem], Check(ami, spec));

    [Theory]
    [MemberData(nameof(Allowed))]
    public void What_can_be_is_allowed(string ami, NodePoolSpec spec) => Assert.Equal([], Check(ami, spec));

    [Fact]
    public void The_rules_of_pools_ask_these() => Assert.StartsWith(
        "pool.images.parallelPull: layers are buffered",
        Problems(problems => NodePoolRules.Check("pool", Parallel(), problems)).Single(),
        StringComparison.Ordinal);

    private static NodePoolSpec Parallel() => _pool with { Images = new NodeImages(ParallelPull: true) };

    private static string[] Check(string ami, NodePoolSpec spec) =>
        Problems(problems => NodeImageRules.Check("pool", spec, [.. InstanceCatalog.Default.All.Where(type => spec.InstanceTypes.Contains(type.Name))], AmiTypes.TryGet(ami, out var type) ? type : null, problems));

    private static string[] Problems(Action<ConfigProblems> check)
    {
        var problems = new ConfigProblems();
        check(problems);
        return [.. problems.All.Select(problem => $"{problem.Path}: {problem.Message}")];
    }
}
