using System.Collections.Immutable;
using Infra.Core.Nodes;
using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Tests.Policies;
using Infra.Planning.Upgrades;
using Infra.Planning.Workloads;
using Infra.TestKit.Kubernetes;

namespace Infra.Planning.Tests.Upgrades;

/// <summary>What an update of GPU nodes needs beyond what there is, and who waits.</summary>
public sealed class SpareNodeTests
{
    public static TheoryData<string, string, string, int, int, int, string[], string[]> Cases => new()
    {
        {
            "old nodes go first, and there is room for their pods", "MINIMAL", "ON_DEMAND", 1, 2, 4,
            ["1 node at a time is drained and ended before new ones start (MINIMAL): no instance beyond the 4 that it may have", "4 of its nvidia.com/gpu are away at a time"], []
        },
        {
            "no room at maximum", "MINIMAL", "ON_DEMAND", 1, 4, 4,
            ["1 node at a time is drained and ended before new ones start (MINIMAL): no instance beyond the 4 that it may have", "4 of its nvidia.com/gpu are away at a time"],
            ["t4 has no room for 1 node more when everything is at maximum (4 of 4): pods wait then; update when less runs, or raise max by 1 for the time"]
        },
        {
            "no room at all", "MINIMAL", "ON_DEMAND", 4, 4, 4,
            ["1 node at a time is drained and ended before new ones start (MINIMAL): no instance beyond the 4 that it may have", "4 of its nvidia.com/gpu are away at a time"],
            ["t4 has 4 nodes at most and needs 4 even at minimum: pods of a drained node wait until the new one is ready; raise max by 1 for the time, or let a second replica stand elsewhere"]
        },
        {
            "new nodes come first: two for each of two zones, with 48 vCPUs each", "DEFAULT", "ON_DEMAND", 4, 4, 4,
            ["up to 4 more nodes than the 4 that it may have are launched first (DEFAULT), then 1 at a time drained", "4 of its nvidia.com/gpu are away at a time, and up to 16 more of them are needed meanwhile"],
            ["quota L-DB2E81BA (Running On-Demand G and VT instances) has to allow 392 vCPUs meanwhile, 192 more than at maximum; EC2 has to have the instances, too"]
        },
        {
            "reserved instances, of which there are no more", "DEFAULT", "CAPACITY_BLOCK", 4, 4, 4,
            ["up to 4 more nodes than the 4 that it may have are launched first (DEFAULT), then 1 at a time drained", "4 of its nvidia.com/gpu are away at a time, and up to 16 more of them are needed meanwhile"],
            ["t4 has reserved instances only, of which there are no more: EKS can't launch 4 nodes first; set update.strategy to MINIMAL"]
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string name, string strategy, string capacity, int least, int full, int most, string[] facts, string[] warnings)
    {
        Assert.NotEmpty(name);
        var plan = ExamplePlan.Of([YamlJson.Parse("""
            resources:
              t4: {type: "aws:eks/nodeGroup:NodeGroup", properties: {nodeGroupName: t4, version: "1.35", releaseVersion: "1.35.0-20260901", subnetIds: [a, b], scalingConfig: {maxSize: 4}, updateConfig: {maxUnavailable: 1, updateStrategy: STRATEGY}}}
            """.Replace("STRATEGY", strategy, StringComparison.Ordinal))]);
        var group = Assert.Single(plan.Resources);
        var change = new ResourceChange { Kind = ChangeKind.Update, Before = group, After = group };
        var pool = new PlacementPool
        {
            Name = "t4",
            Urn = null,
            Launcher = NodeLauncher.ClusterAutoscaler,
            InstanceTypes = ["g4dn.12xlarge"],
            CapacityType = CapacityTypes.FromEks(capacity)!.Value,
            Zones = ["a", "b"],
            Least = 0,
            Most = most,
            Device = "nvidia.com/gpu",
            DevicesPerNode = 4,
        };
        var placement = new PlacementReport
        {
            Environment = "test",
            Pools = [pool],
            Minimum = State("minimum", least),
            Maximum = State("maximum", full),
            Update = null,
            Quotas = [new VcpuQuota("L-DB2E81BA", "Running On-Demand G and VT instances", 0, 200, null)],
            Notes = [],
        };

        var step = NodeGroupUpdate.Of(change, new UpgradedResource(new PlannedObject(group)), pool, placement);

        Assert.Equal(["AMI release 1.35.0-20260901, as before", .. facts], step.Facts);
        Assert.Equal(warnings, step.Warnings);
    }

    private static PlacementState State(string name, int nodes) => new(name, [.. Enumerable.Range(1, nodes).Select(Node)], [], [], [], []);

    private static PlacedNode Node(int number) =>
        new($"t4-{number}", "t4", "a", ImmutableSortedDictionary<string, long>.Empty, ImmutableSortedDictionary<string, long>.Empty, [], IsAdded: false);
}
