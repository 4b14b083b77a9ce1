using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi.Utilities;

namespace Infra.Components.Tests.Nodes;

public sealed class GpuNodePoolTests
{
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";

    [Fact]
    public async Task The_node_group_waits_for_its_policies_and_leaves_its_size_to_the_autoscaler() => Assert.Equal(
        """
        gpu-inference:index:GpuNodePool t4
        aws:iam/role:Role t4-role parent=t4 provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment t4-role-worker parent=t4 provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment t4-role-cni parent=t4 provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment t4-role-registry parent=t4 provider=aws
        aws:ec2/launchTemplate:LaunchTemplate t4-launch-template parent=t4 provider=aws
        aws:eks/nodeGroup:NodeGroup t4-node-group parent=t4 provider=aws after=t4-role-worker,t4-role-cni,t4-role-registry ignore=scalingConfig.desiredSize deleteBeforeReplace=True
        """,
        (await Run()).Resources());

    [Fact]
    public async Task The_component_shows_its_inputs() => JsonAssert.Same(
        """
        {
          "clusterName": "gpu",
          "poolName": "t4",
          "nodeGroupName": "gpu-dev-t4",
          "instanceTypes": ["g4dn.xlarge", "g4dn.2xlarge"],
          "capacityType": "SPOT",
          "legacy": false,
          "minSize": 1,
          "maxSize": 3,
          "nodeAutoscaler": true,
          "zones": [ { "name": "eu-central-1a", "subnetId": "subnet-a" }, { "name": "eu-central-1b", "subnetId": "subnet-b" } ],
          "perZone": false,
          "efa": false,
          "localNvme": false,
          "images": { "parallelPull": false },
          "rootVolumeGiB": 150,
          "update": { "strategy": "MINIMAL" },
          "repair": { "enabled": true, "overrides": [] },
          "labels": { "team": "vision" },
          "taints": [ { "key": "spot", "value": "true", "effect": "NoExecute" } ],
          "attachCniPolicy": true,
          "instanceTags": { "environment": "dev" }
        }
        """,
        (await Run())["gpu-inference:index:GpuNodePool", "t4"].Inputs);

    [Fact]
    public async Task The_node_group_carries_the_contract_in_the_spelling_of_EKS() => JsonAssert.Same(
        """
        {
          "clusterName": "gpu",
          "nodeGroupName": "gpu-dev-t4",
          "nodeRoleArn": "arn:aws:iam:::t4-role",
          "subnetIds": ["subnet-a", "subnet-b"],
          "amiType": "AL2023_x86_64_NVIDIA",
          "capacityType": "SPOT",
          "instanceTypes": ["g4dn.xlarge", "g4dn.2xlarge"],
          "labels": { "gpu-inference/pool": "t4", "k8s.amazonaws.com/accelerator": "nvidia-t4", "nvidia.com/gpu.present": "true", "team": "vision" },
          "taints": [
            { "key": "nvidia.com/gpu", "value": "present", "effect": "NO_SCHEDULE" },
            { "key": "spot", "value": "true", "effect": "NO_EXECUTE" }
          ],
          "tags": {
            "k8s.io/cluster-autoscaler/node-template/resources/cpu": "3920m",
            "k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage": "134Gi",
            "k8s.io/cluster-autoscaler/node-template/resources/memory": "15105Mi",
            "k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu": "1",
            "k8s.io/cluster-autoscaler/node-template/resources/pods": "29"
          },
          "scalingConfig": { "minSize": 1, "maxSize": 3, "desiredSize": 1 },
          "updateConfig": { "maxUnavailable": 1, "updateStrategy": "MINIMAL" },
          "nodeRepairConfig": { "enabled": true },
          "launchTemplate": { "id": "t4-launch-template-id", "version": "3" },
          "tags": {
            "k8s.io/cluster-autoscaler/node-template/resources/cpu": "3920m",
            "k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage": "134Gi",
            "k8s.io/cluster-autoscaler/node-template/resources/memory": "15105Mi",
            "k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu": "1",
            "k8s.io/cluster-autoscaler/node-template/resources/pods": "29"
          }
        }
        """,
        (await Run())[NodeGroup, "t4-node-group"].Inputs);

    [Fact]
    public async Task Nodes_take_on_a_role_with_three_policies_of_AWS()
    {
        var run = await Run();
        var role = run["aws:iam/role:Role", "t4-role"].Inputs;

        Assert.Equal(["assumeRolePolicy", "description"], role.Properties().Select(property => property.Name));
        Assert.Equal("Nodes of the pool t4", (string?)role["description"]);
        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [ { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } ]
            }
            """,
            JToken.Parse((string)role["assumeRolePolicy"]!));
        foreach (var (name, policy) in new[]
        {
            ("worker", "AmazonEKSWorkerNodePolicy"), ("cni", "AmazonEKS_CNI_Policy"), ("registry", "AmazonEC2ContainerRegistryPullOnly"),
        })
        {
            JsonAssert.Same(
                $$"""{ "role": "t4-role", "policyArn": "arn:aws:iam::aws:policy/{{policy}}" }""",
                run["aws:iam/rolePolicyAttachment:RolePolicyAttachment", $"t4-role-{name}"].Inputs);
        }
    }

    [Fact]
    public async Task Where_the_CNI_has_an_identity_of_its_own_nodes_have_no_policy_for_it()
    {
        var run = await Run(new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = "t4",
            InstanceTypes = ["g4dn.xlarge"],
            MaxSize = 2,
            Zones = [Samples.Zone("a")],
            AttachCniPolicy = false,
        });

        Assert.Equal(
            ["t4-role-worker", "t4-role-registry"],
            run.Registrations.Where(r => r.Type == "aws:iam/rolePolicyAttachment:RolePolicyAttachment").Select(r => r.Name));
        Assert.Equal(["t4-role-worker", "t4-role-registry"], run[NodeGroup, "t4-node-group"].DependsOn);
    }

    [Fact]
    public async Task Nodes_take_on_an_existing_role_as_it_is()
    {
        var run = await Run(new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = "t4",
            InstanceTypes = ["g4dn.xlarge"],
            MaxSize = 2,
            Zones = [Samples.Zone("a")],
            NodeRoleArn = "arn:aws:iam::123456789012:role/nodes",
        });

        Assert.DoesNotContain(run.Registrations, r => r.Type.StartsWith("aws:iam/", StringComparison.Ordinal));
        Assert.Equal("arn:aws:iam::123456789012:role/nodes", (string?)run[NodeGroup, "t4-node-group"].Inputs["nodeRoleArn"]);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task The_desired_size_is_left_alone_where_an_autoscaler_owns_it(bool nodeAutoscaler, bool ignored)
    {
        var run = await Run(new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = "t4",
            InstanceTypes = ["g4dn.xlarge"],
            MinSize = 1,
            MaxSize = 2,
            Zones = [Samples.Zone("a")],
            NodeAutoscaler = nodeAutoscaler,
        });

        Assert.Equal(ignored ? ["scalingConfig.desiredSize"] : [], run[NodeGroup, "t4-node-group"].IgnoreChanges);
        Assert.Equal(ignored, run[NodeGroup, "t4-node-group"].Inputs.ContainsKey("tags"));
    }

    [Fact]
    public async Task By_default_a_pool_is_on_demand_and_scales_from_zero()
    {
        var run = await Run(new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = "t4",
            InstanceTypes = ["g4dn.xlarge"],
            MaxSize = 2,
            Zones = [Samples.Zone("a")],
        });
        var group = run[NodeGroup, "t4-node-group"].Inputs;

        Assert.Equal("ON_DEMAND", (string?)group["capacityType"]);
        JsonAssert.Same("""{ "minSize": 0, "maxSize": 2, "desiredSize": 0 }""", group["scalingConfig"]);
        JsonAssert.Same("""[ { "key": "nvidia.com/gpu", "value": "present", "effect": "NO_SCHEDULE" } ]""", group["taints"]);
        Assert.Equal(100, (int?)run[LaunchTemplateTests.Type, "t4-launch-template"].Inputs.SelectToken("blockDeviceMappings[0].ebs.volumeSize"));
    }

    [Fact]
    public async Task Contract_and_outputs_are_for_those_who_run_on_the_pool()
    {
        var pool = (GpuNodePool)(await Run())["gpu-inference:index:GpuNodePool", "t4"].Resource;

        Assert.Equal("gpu-dev-t4", Assert.Single(await OutputUtilities.GetValueAsync(pool.NodeGroupNames)));
        Assert.Equal("AL2023_x86_64_NVIDIA", await OutputUtilities.GetValueAsync(pool.AmiType));
        Assert.Equal("arn:aws:iam:::t4-role", await OutputUtilities.GetValueAsync(pool.NodeRoleArn));
        Assert.Equal([new(NodeLabels.Pool, "t4")], pool.Contract.Selector.ToArray());
        Assert.Equal([new Taint("nvidia.com/gpu", "present", TaintEffect.NoSchedule), Samples.Spot], pool.Contract.Taints.ToArray());
    }

    // Without the version EKS leaves the nodes where they are when the cluster is updated.
    [Fact]
    public async Task Nodes_follow_the_version_of_Kubernetes()
    {
        var group = (await Run(new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = "gpu-dev-t4",
            InstanceTypes = ["g4dn.xlarge"],
            KubernetesVersion = "1.35",
            AmiReleaseVersion = "1.35.0-20261101",
            MinSize = 0,
            MaxSize = 2,
            Zones = [Samples.Zone("a")],
        }))[NodeGroup, "t4-node-group"].Inputs;

        Assert.Equal(("1.35", "1.35.0-20261101"), ((string?)group["version"], (string?)group["releaseVersion"]));
    }

    private static Task<ComponentRun> Run(GpuNodePoolArgs? args = null) => ComponentHarness.RunAsync(
        () => _ = new GpuNodePool("t4", args ?? Samples.NodePool(), Samples.In(Samples.AwsProvider())),
        Samples.Options);
}
