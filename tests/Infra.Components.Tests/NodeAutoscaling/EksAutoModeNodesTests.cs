using Infra.Components.NodeAutoscaling;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Pulumi;

namespace Infra.Components.Tests.NodeAutoscaling;

public sealed class EksAutoModeNodesTests
{
    private const string NodeClass = "kubernetes:eks.amazonaws.com/v1:NodeClass";
    private const string NodePool = "kubernetes:karpenter.sh/v1:NodePool";

    [Fact]
    public async Task Nodes_may_join_before_there_are_any() => Assert.Equal(
        """
        gpu-inference:index:EksAutoModeNodes a10g
        aws:iam/role:Role a10g-node-role parent=a10g provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment a10g-node-role-worker parent=a10g provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment a10g-node-role-registry parent=a10g provider=aws
        aws:eks/accessEntry:AccessEntry a10g-node-access parent=a10g provider=aws
        aws:eks/accessPolicyAssociation:AccessPolicyAssociation a10g-node-access-policy parent=a10g provider=aws after=a10g-node-access
        kubernetes:eks.amazonaws.com/v1:NodeClass a10g-node-class parent=a10g provider=kubernetes after=a10g-node-access-policy,a10g-node-role-worker,a10g-node-role-registry
        kubernetes:karpenter.sh/v1:NodePool a10g-node-pool parent=a10g provider=kubernetes after=a10g-node-class delete=00:45:00
        """,
        (await Run()).Resources());

    [Fact]
    public async Task The_entry_is_of_the_type_that_Auto_Mode_asks_for()
    {
        var run = await Run();

        JsonAssert.Same(
            """{ "clusterName": "gpu", "principalArn": "arn:aws:iam:::a10g-node-role", "type": "EC2" }""",
            run["aws:eks/accessEntry:AccessEntry", "a10g-node-access"].Inputs);
        JsonAssert.Same(
            """
            {
              "clusterName": "gpu",
              "principalArn": "arn:aws:iam:::a10g-node-role",
              "policyArn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy",
              "accessScope": { "type": "cluster" }
            }
            """,
            run["aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "a10g-node-access-policy"].Inputs);
    }

    [Fact]
    public async Task The_class_has_the_fields_of_the_guide() => JsonAssert.Same(
        """
        {
          "role": "a10g-node-role",
          "subnetSelectorTerms": [ { "id": "subnet-0a" } ],
          "securityGroupSelectorTerms": [ { "id": "sg-0c" } ],
          "ephemeralStorage": { "size": "100Gi" },
          "tags": {}
        }
        """,
        (await Run())[NodeClass, "a10g-node-class"].Inputs["spec"]);

    [Fact]
    public async Task A_reservation_has_all_nodes_and_a_volume_is_as_fast_as_asked()
    {
        var run = await Run(Reserved());

        JsonAssert.Same(
            """
            {
              "role": "a10g-node-role",
              "subnetSelectorTerms": [ { "id": "subnet-0a" } ],
              "securityGroupSelectorTerms": [ { "id": "sg-0c" } ],
              "capacityReservationSelectorTerms": [ { "id": "cr-0123456789abcdef0" } ],
              "ephemeralStorage": { "size": "200Gi", "iops": 6000, "throughput": 500 },
              "tags": {}
            }
            """,
            run[NodeClass, "a10g-node-class"].Inputs["spec"]);
        Assert.Equal("reserved", (string?)run[NodePool, "a10g-node-pool"].Inputs.SelectToken("spec.template.spec.requirements[2].values[0]"));
    }

    // What AWS installs it publishes nowhere: the definition is our record of it, which is there wherever the tests run.
    [Fact]
    public async Task The_class_fits_the_definition_that_was_written_down()
    {
        Assert.Equal([], CustomResourceDefinitions.Problems((await Run())[NodeClass, "a10g-node-class"].Inputs));
        Assert.Equal([], CustomResourceDefinitions.Problems((await Run(Reserved()))[NodeClass, "a10g-node-class"].Inputs));
    }

    [Fact]
    public async Task Neuron_nodes_have_their_plugin_too()
    {
        var run = await Run(new EksAutoModeNodesArgs
        {
            ClusterName = "gpu",
            PoolName = "inf2",
            InstanceTypes = ["inf2.24xlarge"],
            MaxNodes = 1,
            SubnetIds = ["subnet-0a"],
            SecurityGroupId = "sg-0c",
        });
        var contract = ((EksAutoModeNodes)run["gpu-inference:index:EksAutoModeNodes", "a10g"].Resource).Contract;

        Assert.Equal(("aws.amazon.com/neuron", 6, true), (contract.DeviceResource, contract.DevicesPerNode, contract.BringsDevicePlugin));
        JsonAssert.Same("""{ "aws.amazon.com/neuron": "6", "aws.amazon.com/neuroncore": "12" }""", run[NodePool, "a10g-node-pool"].Inputs.SelectToken("spec.limits"));
    }

    [Fact]
    public async Task A_node_lives_three_weeks_at_most_with_its_drain()
    {
        var spec = (await Run())[NodePool, "a10g-node-pool"].Inputs.SelectToken("spec.template.spec")!;

        Assert.Equal(
            ("480h", "24h", "eks.amazonaws.com", "NodeClass"),
            ((string?)spec["expireAfter"], (string?)spec["terminationGracePeriod"], (string?)spec["nodeClassRef"]!["group"], (string?)spec["nodeClassRef"]!["kind"]));
    }

    [SkippableFact]
    public async Task The_pool_fits_the_definition_that_it_shares_with_Karpenter() =>
        Assert.Equal([], CustomResourceDefinitions.Problems((await Run())[NodePool, "a10g-node-pool"].Inputs));

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(new EksAutoModeNodesArgs
        {
            ClusterName = "gpu",
            PoolName = "default",
            InstanceTypes = ["m5.large"],
            MaxNodes = 0,
            SubnetIds = ["subnet-0a"],
            SecurityGroupId = "sg-0c",
            RootVolumeGiB = 1000,
            RootVolumeIops = 20_000,
            RootVolumeThroughput = 1200,
        }));

        Assert.Equal(
            """
            5 problems in gpu-inference:index:EksAutoModeNodes:
              a10g.instanceTypes[0]: 'm5.large' has no whole NVIDIA GPU and no Neuron device; use a type such as g4dn.xlarge
              a10g.maxNodes: 0 is less than 1
              a10g.poolName: 'default' is the name of a node class that EKS Auto Mode brings itself; choose another name
              a10g.rootVolumeIops: 20000 is more than the 16000 that a volume of EKS Auto Mode can have
              a10g.rootVolumeThroughput: 1200 MiB/s is more than the 1000 that a volume of EKS Auto Mode can have
            """,
            error.Message);
    }

    private static EksAutoModeNodesArgs Reserved() => new()
    {
        ClusterName = "gpu",
        PoolName = "a10g",
        InstanceTypes = ["g5.xlarge"],
        ReservationId = "cr-0123456789abcdef0",
        MaxNodes = 1,
        Zones = ["eu-central-1a"],
        SubnetIds = ["subnet-0a"],
        SecurityGroupId = "sg-0c",
        RootVolumeGiB = 200,
        RootVolumeIops = 6000,
        RootVolumeThroughput = 500,
    };

    private static Task<ComponentRun> Run(EksAutoModeNodesArgs? args = null) => ComponentHarness.RunAsync(() => _ = new EksAutoModeNodes(
        "a10g", args ?? Samples.AutoModePool("a10g"), new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider() } }));
}
