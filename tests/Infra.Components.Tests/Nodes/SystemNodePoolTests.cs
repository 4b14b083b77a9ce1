using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.TestKit.Components;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Components.Tests.Nodes;

public sealed class SystemNodePoolTests
{
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";

    [Fact]
    public async Task New_nodes_come_before_the_old_ones_go() => Assert.Equal(
        """
        gpu-inference:index:SystemNodePool system
        aws:iam/role:Role system-role parent=system provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment system-role-worker parent=system provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment system-role-cni parent=system provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment system-role-registry parent=system provider=aws
        aws:ec2/launchTemplate:LaunchTemplate system-launch-template parent=system provider=aws
        aws:eks/nodeGroup:NodeGroup system-node-group parent=system provider=aws after=system-role-worker,system-role-cni,system-role-registry
        """,
        (await Run()).Resources());

    [Fact]
    public async Task The_node_group_has_no_taint_and_a_name_that_EKS_completes() => JsonAssert.Same(
        """
        {
          "clusterName": "gpu",
          "nodeGroupNamePrefix": "system-",
          "nodeRoleArn": "arn:aws:iam:::system-role",
          "subnetIds": ["subnet-a", "subnet-b"],
          "amiType": "AL2023_x86_64_STANDARD",
          "capacityType": "ON_DEMAND",
          "instanceTypes": ["m6i.large"],
          "labels": { "gpu-inference/pool": "system", "team": "platform" },
          "scalingConfig": { "minSize": 2, "maxSize": 4, "desiredSize": 2 },
          "updateConfig": { "maxUnavailable": 1 },
          "nodeRepairConfig": { "enabled": true },
          "launchTemplate": { "id": "system-launch-template-id", "version": "3" }
        }
        """,
        (await Run())[NodeGroup, "system-node-group"].Inputs);

    // Without the version EKS leaves the nodes where they are when the cluster is updated.
    [Fact]
    public async Task Nodes_follow_the_version_of_Kubernetes() => Assert.Equal(
        "1.35",
        (await Run(new SystemNodePoolArgs { ClusterName = "gpu", SubnetIds = "subnet-a", KubernetesVersion = "1.35", AmiReleaseVersion = "1.35.0-20261101" }))[NodeGroup, "system-node-group"].Inputs["version"]);

    [Fact]
    public async Task The_launch_template_is_that_of_every_pool() => JsonAssert.Same(
        """
        {
          "description": "Nodes of the pool system",
          "updateDefaultVersion": true,
          "metadataOptions": { "httpEndpoint": "enabled", "httpTokens": "required", "httpPutResponseHopLimit": 1 },
          "blockDeviceMappings": [
            { "deviceName": "/dev/xvda", "ebs": { "volumeType": "gp3", "encrypted": "true", "deleteOnTermination": "true", "volumeSize": 50 } }
          ],
          "tagSpecifications": [
            { "resourceType": "instance", "tags": { "environment": "dev", "Name": "system" } },
            { "resourceType": "volume", "tags": { "environment": "dev", "Name": "system" } },
            { "resourceType": "network-interface", "tags": { "environment": "dev", "Name": "system" } }
          ]
        }
        """,
        (await Run())["aws:ec2/launchTemplate:LaunchTemplate", "system-launch-template"].Inputs);

    [Fact]
    public async Task Nodes_take_on_an_existing_role_as_it_is()
    {
        var run = await Run(new SystemNodePoolArgs { ClusterName = "gpu", SubnetIds = "subnet-a", NodeRoleArn = "arn:aws:iam::123456789012:role/nodes" });

        Assert.Equal(
            """
            gpu-inference:index:SystemNodePool system
            aws:ec2/launchTemplate:LaunchTemplate system-launch-template parent=system provider=aws
            aws:eks/nodeGroup:NodeGroup system-node-group parent=system provider=aws
            """,
            run.Resources());
        Assert.Equal("arn:aws:iam::123456789012:role/nodes", (string?)run[NodeGroup, "system-node-group"].Inputs["nodeRoleArn"]);
    }

    [Fact]
    public async Task Arm_nodes_on_Bottlerocket_have_their_images_on_the_second_volume()
    {
        var run = await Run(new SystemNodePoolArgs
        {
            ClusterName = "gpu",
            SubnetIds = "subnet-a",
            InstanceTypes = ["m7g.large"],
            AmiType = "BOTTLEROCKET_ARM_64",
            AttachCniPolicy = false,
            NodeAutoscaler = true,
        });
        var group = run[NodeGroup, "system-node-group"];

        Assert.Equal(["/dev/xvda", "/dev/xvdb"], run["aws:ec2/launchTemplate:LaunchTemplate", "system-launch-template"].Inputs.SelectTokens("blockDeviceMappings[*].deviceName").Select(device => (string)device!));
        Assert.Equal(["system-role-worker", "system-role-registry"], group.DependsOn);
        Assert.Equal(["scalingConfig.desiredSize"], group.IgnoreChanges);
    }

    [Fact]
    public async Task Contract_and_outputs_are_for_those_who_run_on_the_pool()
    {
        var pool = (SystemNodePool)(await Run())["gpu-inference:index:SystemNodePool", "system"].Resource;

        Assert.Equal("arn:aws:iam:::system-role", await OutputUtilities.GetValueAsync(pool.NodeRoleArn));
        Assert.Equal([new(NodeLabels.Pool, "system")], pool.Contract.Selector.ToArray());
        Assert.Empty(pool.Contract.Taints);
        Assert.Equal((null, 0), (pool.Contract.DeviceResource, pool.Contract.DevicesPerNode));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(new SystemNodePoolArgs
        {
            ClusterName = "gpu",
            SubnetIds = "subnet-a",
            PoolName = new string('p', 37),
            InstanceTypes = ["m6i.large", "g4dn.xlarge", "m6i.large", "g5g.xlarge"],
            AmiType = "AL2023_x86_64_NVIDIA",
            Labels = new Dictionary<string, string> { ["eks.amazonaws.com/x"] = "y" },
            MinSize = 0,
            MaxSize = -1,
            RootVolumeGiB = 19,
        }));

        Assert.Equal(
            """
            9 problems in gpu-inference:index:SystemNodePool:
              system.poolName: has 37 characters; allowed are at most 36, because EKS completes the node group's name
              system.amiType: 'AL2023_x86_64_NVIDIA' is for nodes with accelerators; there are: AL2023_x86_64_STANDARD, AL2023_ARM_64_STANDARD, BOTTLEROCKET_x86_64, BOTTLEROCKET_ARM_64
              system.instanceTypes[1]: 'g4dn.xlarge' has accelerators, which controllers would block; use a type without
              system.instanceTypes[2]: 'm6i.large' is listed already; name a type once
              system.instanceTypes[3]: 'g5g.xlarge' has accelerators, which controllers would block; use a type without
              system.labels["eks.amazonaws.com/x"]: 'eks.amazonaws.com/x' is reserved: EKS refuses node group labels that contain kubernetes.io/, k8s.io/, eks.amazonaws.com/; use a domain of your own
              system.minSize: 0 is less than 1; controllers need a node
              system.maxSize: -1 is less than minSize, which is 0
              system.rootVolumeGiB: 19 is not between 20 and 16384
            """,
            error.Message);
    }

    private static Task<ComponentRun> Run(SystemNodePoolArgs? args = null) => ComponentHarness.RunAsync(
        () => _ = new SystemNodePool("system", args ?? Samples.SystemPool(), Samples.In(Samples.AwsProvider())),
        Samples.Options);
}
