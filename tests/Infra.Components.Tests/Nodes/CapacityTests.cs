using Infra.Components.Nodes;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Nodes;

/// <summary>How nodes are bought, placed and connected.</summary>
public sealed class CapacityTests
{
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";

    [Fact]
    public async Task Nodes_with_EFA_share_a_security_group_and_a_placement_group() => Assert.Equal(
        """
        gpu-inference:index:GpuNodePool a100
        aws:iam/role:Role a100-role parent=a100 provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment a100-role-worker parent=a100 provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment a100-role-cni parent=a100 provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment a100-role-registry parent=a100 provider=aws
        aws:ec2/securityGroup:SecurityGroup a100-efa parent=a100 provider=aws
        aws:ec2/placementGroup:PlacementGroup a100-placement parent=a100 provider=aws
        aws:ec2/launchTemplate:LaunchTemplate a100-launch-template parent=a100 provider=aws
        aws:eks/nodeGroup:NodeGroup a100-node-group parent=a100 provider=aws after=a100-role-worker,a100-role-cni,a100-role-registry ignore=scalingConfig.desiredSize deleteBeforeReplace=True
        """,
        (await Run("a100", Samples.EfaPool())).Resources());

    [Fact]
    public async Task EFA_has_an_interface_on_every_card_and_rules_of_its_own()
    {
        var run = await Run("a100", Samples.EfaPool());
        var template = Template(run, "a100");

        JsonAssert.Same(
            """
            {
              "description": "EFA among the nodes of the pool a100",
              "vpcId": "vpc-1",
              "ingress": [ { "protocol": "-1", "fromPort": 0, "toPort": 0, "self": true } ],
              "egress": [ { "protocol": "-1", "fromPort": 0, "toPort": 0, "self": true } ]
            }
            """,
            run["aws:ec2/securityGroup:SecurityGroup", "a100-efa"].Inputs);
        JsonAssert.Same("""{ "strategy": "cluster" }""", run["aws:ec2/placementGroup:PlacementGroup", "a100-placement"].Inputs);
        JsonAssert.Same("""{ "groupName": "a100-placement" }""", template["placement"]);
        JsonAssert.Same(
            $"[{Interface(0, 0, "efa")}, {Interface(1, 0, "efa-only")}, {Interface(2, 0, "efa-only")}, {Interface(3, 0, "efa-only")}]",
            template["networkInterfaces"]);
        Assert.Equal("4", (string?)run[NodeGroup, "a100-node-group"].Inputs["tags"]!["k8s.io/cluster-autoscaler/node-template/resources/vpc.amazonaws.com/efa"]);
    }

    [Fact]
    public async Task A_capacity_block_is_launched_by_its_template_alone()
    {
        var run = await Run("h100", Samples.BlockPool());
        var (template, group) = (Template(run, "h100"), run[NodeGroup, "h100-node-group"].Inputs);

        Assert.Equal("p5.48xlarge", (string?)template["instanceType"]);
        JsonAssert.Same("""{ "marketType": "capacity-block" }""", template["instanceMarketOptions"]);
        JsonAssert.Same("""{ "capacityReservationTarget": { "capacityReservationId": "cr-0123456789abcdef0" } }""", template["capacityReservationSpecification"]);
        Assert.Equal(32, template["networkInterfaces"]!.Count());
        Assert.Equal("CAPACITY_BLOCK", (string?)group["capacityType"]);
        Assert.False(group.ContainsKey("instanceTypes"));
        JsonAssert.Same("""["subnet-b"]""", group["subnetIds"]);
        JsonAssert.Same("""{ "minSize": 0, "maxSize": 1, "desiredSize": 0 }""", group["scalingConfig"]);

        // Where the block lies is decided already.
        Assert.False(template.ContainsKey("placement"));
        Assert.DoesNotContain(run.Registrations, r => r.Type == "aws:ec2/placementGroup:PlacementGroup");
    }

    [Theory]
    [InlineData("cr-0123456789abcdef0", null, "capacityReservationId", "cr-0123456789abcdef0")]
    [InlineData(null, "arn:aws:resource-groups:eu-central-1:123456789012:group/gpus", "capacityReservationResourceGroupArn", "arn:aws:resource-groups:eu-central-1:123456789012:group/gpus")]
    public async Task On_demand_nodes_can_be_launched_into_a_reservation(string? id, string? group, string key, string value)
    {
        var run = await Run("t4", new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = "t4",
            InstanceTypes = ["g4dn.xlarge"],
            Reservation = new CapacityReservationArgs { Id = id, ResourceGroupArn = group },
            MaxSize = 2,
            Zones = [Samples.Zone("a")],
        });

        JsonAssert.Same($$"""{ "capacityReservationTarget": { "{{key}}": "{{value}}" } }""", Template(run, "t4")["capacityReservationSpecification"]);
        Assert.False(Template(run, "t4").ContainsKey("instanceMarketOptions"));
        Assert.Equal("ON_DEMAND", (string?)run[NodeGroup, "t4-node-group"].Inputs["capacityType"]);
        JsonAssert.Same("""["g4dn.xlarge"]""", run[NodeGroup, "t4-node-group"].Inputs["instanceTypes"]);
    }

    [Fact]
    public async Task Each_zone_can_have_a_node_group_of_its_own()
    {
        var run = await Run("t4", new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = "gpu-dev-t4",
            InstanceTypes = ["g4dn.xlarge"],
            MinSize = 1,
            MaxSize = 2,
            Zones = [Samples.Zone("a"), Samples.Zone("c")],
            PerZone = true,
        });

        Assert.Equal(
            ["t4-node-group-eu-central-1a", "t4-node-group-eu-central-1c"],
            run.Registrations.Where(r => r.Type == NodeGroup).Select(r => r.Name));
        foreach (var letter in new[] { "a", "c" })
        {
            var group = run[NodeGroup, $"t4-node-group-eu-central-1{letter}"].Inputs;

            Assert.Equal($"gpu-dev-t4-eu-central-1{letter}", (string?)group["nodeGroupName"]);
            JsonAssert.Same($$"""["subnet-{{letter}}"]""", group["subnetIds"]);
            JsonAssert.Same("""{ "minSize": 1, "maxSize": 2, "desiredSize": 1 }""", group["scalingConfig"]);
            JsonAssert.Same("""{ "id": "t4-launch-template-id", "version": "3" }""", group["launchTemplate"]);
            Assert.Equal("t4", (string?)group["labels"]!["gpu-inference/pool"]);
        }
    }

    [Fact]
    public async Task Update_and_repair_are_those_that_were_asked_for()
    {
        var repaired = (await Run("a100", Samples.EfaPool()))[NodeGroup, "a100-node-group"].Inputs;
        var updated = (await Run("t4", new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = "t4",
            InstanceTypes = ["g4dn.xlarge"],
            MaxSize = 2,
            Zones = [Samples.Zone("a")],
            Update = new NodeUpdateArgs { MaxUnavailablePercentage = 50, Strategy = "DEFAULT" },
            Repair = new NodeRepairArgs { Enabled = false },
        }))[NodeGroup, "t4-node-group"].Inputs;

        JsonAssert.Same(
            """
            {
              "enabled": true,
              "maxParallelNodesRepairedCount": 1,
              "nodeRepairConfigOverrides": [
                { "nodeMonitoringCondition": "AcceleratedHardwareReady", "nodeUnhealthyReason": "NvidiaXID79Error", "minRepairWaitTimeMins": 10, "repairAction": "Reboot" }
              ]
            }
            """,
            repaired["nodeRepairConfig"]);
        JsonAssert.Same("""{ "maxUnavailablePercentage": 50, "updateStrategy": "DEFAULT" }""", updated["updateConfig"]);
        JsonAssert.Same("""{ "enabled": false }""", updated["nodeRepairConfig"]);
    }

    private static string Interface(int card, int device, string type) =>
        $$"""{ "networkCardIndex": {{card}}, "deviceIndex": {{device}}, "interfaceType": "{{type}}", "deleteOnTermination": "true", "securityGroups": ["sg-cluster", "a100-efa-id"] }""";

    private static JObject Template(ComponentRun run, string pool) => run[LaunchTemplateTests.Type, $"{pool}-launch-template"].Inputs;

    private static Task<ComponentRun> Run(string name, GpuNodePoolArgs args) => ComponentHarness.RunAsync(
        () => _ = new GpuNodePool(name, args, Samples.In(Samples.AwsProvider())),
        Samples.Options);
}
