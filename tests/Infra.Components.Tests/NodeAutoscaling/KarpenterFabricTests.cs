using Infra.Components.NodeAutoscaling;
using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Pulumi;

namespace Infra.Components.Tests.NodeAutoscaling;

/// <summary>Pools of nodes that lie together: EFA, reservations and capacity blocks.</summary>
public sealed class KarpenterFabricTests
{
    private const string NodeClass = "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass";
    private const string NodePool = "kubernetes:karpenter.sh/v1:NodePool";

    [Fact]
    public async Task A_capacity_block_is_reserved_and_its_nodes_lie_together_already()
    {
        var run = await Run(Efa("p5.48xlarge", "cr-0123456789abcdef0"));
        var spec = run[NodeClass, "pool-node-class"].Inputs["spec"]!;

        JsonAssert.Same("""[ { "id": "cr-0123456789abcdef0" } ]""", spec["capacityReservationSelectorTerms"]);
        Assert.Equal(("RAID0", null), ((string?)spec["instanceStorePolicy"], spec["placementGroupSelector"]));
        JsonAssert.Same(
            """
            [
              { "key": "node.kubernetes.io/instance-type", "operator": "In", "values": ["p5.48xlarge"] },
              { "key": "kubernetes.io/arch", "operator": "In", "values": ["amd64"] },
              { "key": "karpenter.sh/capacity-type", "operator": "In", "values": ["reserved"] },
              { "key": "topology.kubernetes.io/zone", "operator": "In", "values": ["eu-central-1a"] },
              { "key": "karpenter.k8s.aws/capacity-reservation-type", "operator": "In", "values": ["capacity-block"] }
            ]
            """,
            run[NodePool, "pool-node-pool"].Inputs.SelectToken("spec.template.spec.requirements"));
        Assert.Equal(33, spec["networkInterfaces"]!.Count());
    }

    [Fact]
    public async Task EFA_has_its_security_group_beside_the_clusters_and_its_interfaces_beside_the_primary_one()
    {
        var run = await Run(Efa("p4d.24xlarge", reservation: null));
        var spec = run[NodeClass, "pool-node-class"].Inputs["spec"]!;

        JsonAssert.Same("""[ { "id": "sg-0c" }, { "id": "pool-efa-id" } ]""", spec["securityGroupSelectorTerms"]);
        JsonAssert.Same("""{ "name": "pool-placement" }""", spec["placementGroupSelector"]);
        JsonAssert.Same(
            """
            [
              { "networkCardIndex": 0, "deviceIndex": 0, "interfaceType": "interface" },
              { "networkCardIndex": 0, "deviceIndex": 1, "interfaceType": "efa-only" },
              { "networkCardIndex": 1, "deviceIndex": 0, "interfaceType": "efa-only" },
              { "networkCardIndex": 2, "deviceIndex": 0, "interfaceType": "efa-only" },
              { "networkCardIndex": 3, "deviceIndex": 0, "interfaceType": "efa-only" }
            ]
            """,
            spec["networkInterfaces"]);
        Assert.Equal(4, ((KarpenterNodePool)run["gpu-inference:index:KarpenterNodePool", "pool"].Resource).Contract.EfaPerNode);
    }

    [SkippableTheory]
    [InlineData("p4d.24xlarge", null)]
    [InlineData("p5.48xlarge", "cr-0123456789abcdef0")]
    public async Task EFA_and_reservations_fit_the_definition(string type, string? reservation)
    {
        var run = await Run(Efa(type, reservation));
        var nodeClass = run[NodeClass, "pool-node-class"].Inputs;
        // Only AWS makes ids of the right form.
        nodeClass.SelectToken("spec.securityGroupSelectorTerms[1].id")!.Replace("sg-0e");

        Assert.Equal([], CustomResourceDefinitions.Problems(nodeClass));
        Assert.Equal([], CustomResourceDefinitions.Problems(run[NodePool, "pool-node-pool"].Inputs));
    }

    private static KarpenterNodePoolArgs Efa(string type, string? reservation) => new()
    {
        PoolName = "pool",
        InstanceTypes = [type],
        CapacityType = reservation is null ? "ON_DEMAND" : "CAPACITY_BLOCK",
        ReservationId = reservation,
        AmiReleaseVersion = "v20260903",
        MaxNodes = 2,
        Zones = ["eu-central-1a"],
        SubnetIds = ["subnet-0a"],
        SecurityGroupId = "sg-0c",
        NodeRoleName = "karpenter-nodes",
        Efa = true,
        VpcId = "vpc-1",
        LocalNvme = true,
    };

    private static Task<ComponentRun> Run(KarpenterNodePoolArgs args) => ComponentHarness.RunAsync(
        () => _ = new KarpenterNodePool("pool", args, new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider() } }));
}
