using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class GpuSharingRulesTests
{
    private const string Path = "gpu-inference:pools[1].sharing";

    private const string Cuttable = "a100, h100, h200, b200, b300, rtx-pro-server-6000";

    private const string Layouts = "all-1g.5gb, all-1g.10gb, all-2g.10gb, all-3g.20gb, all-4g.20gb, all-7g.40gb, all-balanced";

    public static TheoryData<GpuSharingRequest, string, GpuSharing, string?> Possible => new()
    {
        { new(), "g4dn.xlarge", GpuSharing.None, null },
        { new() { TimeSlicing = 2 }, "g4dn.xlarge", GpuSharing.TimeSlicing(2), "time-slicing-2" },
        { new() { TimeSlicing = 100 }, "p3.2xlarge", GpuSharing.TimeSlicing(100), "time-slicing-100" },
        { new() { Mps = 48 }, "p4d.24xlarge", GpuSharing.Mps(48), "mps-48" },
        { new() { MigLayout = "all-1g.5gb" }, "p4d.24xlarge", GpuSharing.Mig("all-1g.5gb", MigStrategy.Single), "mig-single" },
        { new() { MigLayout = "all-balanced", MigStrategy = MigStrategy.Mixed }, "p5.48xlarge", GpuSharing.Mig("all-balanced", MigStrategy.Mixed), "mig-mixed" },
    };

    public static TheoryData<GpuSharingRequest, string, string, string> Impossible => new()
    {
        {
            new() { TimeSlicing = 4, Mps = 4 }, "g4dn.xlarge", Path,
            "'timeSlicing' and 'mps' exclude each other: NVIDIA's device plugin shares all GPUs of a node in one way; keep one of them"
        },
        {
            new() { TimeSlicing = 4, MigLayout = "all-1g.5gb" }, "p4d.24xlarge", Path,
            "'timeSlicing' and 'mig' exclude each other: containers that take turns on a piece can take each other's memory, which MIG is there to prevent; choose a layout with smaller pieces, or keep 'timeSlicing' alone"
        },
        {
            new() { Mps = 4, MigLayout = "all-1g.5gb" }, "p4d.24xlarge", Path,
            "'mps' and 'mig' exclude each other: NVIDIA's device plugin can't run MPS on GPUs that are cut into pieces; keep one of them"
        },
        { new() { TimeSlicing = 1 }, "g4dn.xlarge", $"{Path}.timeSlicing", "1 containers per GPU; allowed: 2 or more; without the key a container has whole GPUs" },
        { new() { Mps = 49 }, "g4dn.xlarge", $"{Path}.mps", "49 containers per GPU; allowed: 2 to 48; without the key a container has whole GPUs" },
        { new() { MigLayout = "all-1g.5gb" }, "g4dn.xlarge", $"{Path}.mig", $"t4 GPUs can't be cut into pieces; those that can: {Cuttable}; share these with 'timeSlicing' or 'mps'" },
        {
            new() { MigLayout = "all-1g.5g" }, "p4d.24xlarge", $"{Path}.mig.layout",
            $"'all-1g.5g' is no layout of a100-40gb GPUs; did you mean 'all-1g.5gb'? there are: {Layouts}"
        },
        { new() { MigLayout = "halves" }, "p4d.24xlarge", $"{Path}.mig.layout", $"'halves' is no layout of a100-40gb GPUs; there are: {Layouts}" },
        {
            new() { MigLayout = "all-balanced" }, "p4d.24xlarge", $"{Path}.mig.strategy",
            "'single' needs pieces of one size, but the layout 'all-balanced' has 3; use 'mixed'"
        },
        {
            new() { MigLayout = "all-1g.10gb" }, "p4d.24xlarge p4de.24xlarge", $"{Path}.mig",
            "'p4d.24xlarge' has a100-40gb GPUs, but 'p4de.24xlarge' has a100-80gb, whose pieces differ; make another pool"
        },
    };

    [Theory]
    [MemberData(nameof(Possible))]
    public void What_works_becomes_the_pools_sharing(GpuSharingRequest request, string type, GpuSharing sharing, string? pluginConfig)
    {
        var problems = new ConfigProblems();

        Assert.Equal(sharing, GpuSharingRules.Check(Path, request, Types(type), problems));
        Assert.Equal([], problems.All);
        Assert.Equal(pluginConfig, sharing.PluginConfig);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_does_not_work_is_refused_with_the_pools_path(GpuSharingRequest request, string types, string path, string message)
    {
        var problems = new ConfigProblems();

        Assert.Equal(GpuSharing.None, GpuSharingRules.Check(Path, request, Types(types), problems));
        Assert.Equal([new ConfigProblem(path, message)], problems.All);
    }

    [Fact]
    public void All_problems_come_together()
    {
        var problems = new ConfigProblems();
        GpuSharingRules.Check(Path, new() { TimeSlicing = 0, Mps = 100, MigLayout = "x" }, Types("g5.xlarge"), problems);

        Assert.Equal([Path, Path, Path, $"{Path}.timeSlicing", $"{Path}.mps", $"{Path}.mig"], problems.All.Select(problem => problem.Path));
    }

    // Another rule has complained about the types already.
    [Fact]
    public void Without_known_types_only_the_request_itself_is_judged()
    {
        var problems = new ConfigProblems();

        Assert.Equal(GpuSharing.Mig("x", MigStrategy.Single), GpuSharingRules.Check(Path, new() { MigLayout = "x" }, [], problems));
        Assert.Equal([], problems.All);
    }

    private static List<InstanceType> Types(string names) =>
        [.. names.Split(' ').Select(name => InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name))];
}
