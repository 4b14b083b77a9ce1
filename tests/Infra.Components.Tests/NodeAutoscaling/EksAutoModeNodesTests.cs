using Infra.Components.NodeAutoscaling;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Pulumi;

namespace Infra.Components.Tests.NodeAutoscaling;

public sealed class EksAutoModeNodesTests
{
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
        kubernetes:eks.amazonaws.com/v1:NodeClass a10g-node-class parent=a10g provider=kubernetes after=a10g-node-access-policy
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

    // The fields and their places are those of the EKS user guide, "Node Class Specification": AWS publishes no definition.
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
        (await Run())["kubernetes:eks.amazonaws.com/v1:NodeClass", "a10g-node-class"].Inputs["spec"]);

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
            PoolName = "a10g",
            InstanceTypes = ["m5.large"],
            MaxNodes = 0,
            SubnetIds = ["subnet-0a"],
            SecurityGroupId = "sg-0c",
        }));

        Assert.Equal(
            """
            2 problems in gpu-inference:index:EksAutoModeNodes:
              a10g.instanceTypes[0]: 'm5.large' has no whole NVIDIA GPU and no Neuron device; use a type such as g4dn.xlarge
              a10g.maxNodes: 0 is less than 1
            """,
            error.Message);
    }

    private static Task<ComponentRun> Run(EksAutoModeNodesArgs? args = null) => ComponentHarness.RunAsync(() => _ = new EksAutoModeNodes(
        "a10g", args ?? Samples.AutoModePool("a10g"), new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider() } }));
}
