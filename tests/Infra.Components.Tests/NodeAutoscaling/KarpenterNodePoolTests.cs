using Infra.Components.NodeAutoscaling;
using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Pulumi;

namespace Infra.Components.Tests.NodeAutoscaling;

public sealed class KarpenterNodePoolTests
{
    private const string NodeClass = "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass";
    private const string NodePool = "kubernetes:karpenter.sh/v1:NodePool";
    private const string Overlay = "kubernetes:karpenter.sh/v1alpha1:NodeOverlay";

    private static readonly GpuSharingArgs _fourTurns = GpuSharingArgs.From(GpuSharing.TimeSlicing(4))!;

    [Fact]
    public async Task The_pool_waits_for_its_class_and_for_the_controller_and_gets_time_to_drain()
    {
        var run = await ComponentHarness.RunAsync(() =>
        {
            ProviderResource[] providers = [Samples.AwsProvider(), Samples.KubernetesProvider()];
            var karpenter = new Karpenter("karpenter", Samples.Karpenter(), new ComponentResourceOptions { Providers = { providers[0], providers[1] } });
            _ = new KarpenterNodePool("t4", Samples.KarpenterPool(), Samples.In(providers[1], karpenter));
        }, Samples.Options);

        Assert.EndsWith(
            """

            gpu-inference:index:KarpenterNodePool t4 after=karpenter
            kubernetes:karpenter.k8s.aws/v1:EC2NodeClass t4-node-class parent=t4 provider=kubernetes after=karpenter
            kubernetes:karpenter.sh/v1:NodePool t4-node-pool parent=t4 provider=kubernetes after=t4-node-class delete=00:45:00
            """,
            run.Resources());
    }

    [Fact]
    public async Task The_class_launches_one_image_with_IMDSv2_and_encrypted_volumes() => JsonAssert.Same(
        """
        {
          "apiVersion": "karpenter.k8s.aws/v1",
          "kind": "EC2NodeClass",
          "metadata": {
            "name": "t4",
            "labels": { "app.kubernetes.io/managed-by": "pulumi", "app.kubernetes.io/part-of": "gpu-inference" },
            "annotations": { "pulumi.com/deletionPropagationPolicy": "foreground" }
          },
          "spec": {
            "amiSelectorTerms": [ { "alias": "al2023@v20260917" } ],
            "role": "karpenter-nodes",
            "subnetSelectorTerms": [ { "id": "subnet-0a" }, { "id": "subnet-0b" } ],
            "securityGroupSelectorTerms": [ { "id": "sg-0c" } ],
            "blockDeviceMappings": [
              { "deviceName": "/dev/xvda", "ebs": { "volumeSize": "150Gi", "volumeType": "gp3", "encrypted": true, "deleteOnTermination": true } }
            ],
            "metadataOptions": { "httpEndpoint": "enabled", "httpTokens": "required", "httpPutResponseHopLimit": 1 },
            "tags": { "environment": "dev" }
          }
        }
        """,
        (await Run())[NodeClass, "t4-node-class"].Inputs);

    [Fact]
    public async Task The_pool_carries_the_contract_and_loses_empty_nodes_only() => JsonAssert.Same(
        """
        {
          "apiVersion": "karpenter.sh/v1",
          "kind": "NodePool",
          "metadata": {
            "name": "t4",
            "labels": { "app.kubernetes.io/managed-by": "pulumi", "app.kubernetes.io/part-of": "gpu-inference" },
            "annotations": { "pulumi.com/deletionPropagationPolicy": "foreground" }
          },
          "spec": {
            "template": {
              "metadata": {
                "labels": { "gpu-inference/pool": "t4", "k8s.amazonaws.com/accelerator": "nvidia-t4", "nvidia.com/gpu.present": "true", "team": "vision" }
              },
              "spec": {
                "nodeClassRef": { "group": "karpenter.k8s.aws", "kind": "EC2NodeClass", "name": "t4" },
                "requirements": [
                  { "key": "node.kubernetes.io/instance-type", "operator": "In", "values": ["g4dn.xlarge", "g4dn.12xlarge"] },
                  { "key": "kubernetes.io/arch", "operator": "In", "values": ["amd64"] },
                  { "key": "karpenter.sh/capacity-type", "operator": "In", "values": ["spot"] },
                  { "key": "topology.kubernetes.io/zone", "operator": "In", "values": ["eu-central-1a"] }
                ],
                "taints": [
                  { "key": "nvidia.com/gpu", "value": "present", "effect": "NoSchedule" },
                  { "key": "spot", "value": "true", "effect": "NoExecute" }
                ],
                "expireAfter": "Never"
              }
            },
            "disruption": { "consolidationPolicy": "WhenEmpty", "consolidateAfter": "10m", "budgets": [ { "nodes": "1" } ] },
            "limits": { "nodes": "3", "nvidia.com/gpu": "12" }
          }
        }
        """,
        (await Run())[NodePool, "t4-node-pool"].Inputs);

    [Fact]
    public async Task Shared_GPUs_take_an_overlay_per_type_that_comes_before_the_pool()
    {
        var run = await Run(_fourTurns);

        Assert.Equal(["t4-node-class", "t4-overlay-g4dn.xlarge", "t4-overlay-g4dn.12xlarge"], run[NodePool, "t4-node-pool"].DependsOn);
        JsonAssert.Same(
            """
            {
              "requirements": [ { "key": "node.kubernetes.io/instance-type", "operator": "In", "values": ["g4dn.xlarge"] } ],
              "capacity": { "nvidia.com/gpu": "4" }
            }
            """,
            run[Overlay, "t4-overlay-g4dn.xlarge"].Inputs["spec"]);
        Assert.Equal("16", (string?)run[Overlay, "t4-overlay-g4dn.12xlarge"].Inputs.SelectToken("spec.capacity['nvidia.com/gpu']"));
        Assert.Equal("t4-g4dn-12xlarge", (string?)run[Overlay, "t4-overlay-g4dn.12xlarge"].Inputs.SelectToken("metadata.name"));
        Assert.Equal("48", (string?)run[NodePool, "t4-node-pool"].Inputs.SelectToken("spec.limits['nvidia.com/gpu']"));
        Assert.Equal("time-slicing-4", (string?)run[NodePool, "t4-node-pool"].Inputs.SelectToken("spec.template.metadata.labels['nvidia.com/device-plugin.config']"));
    }

    [Fact]
    public async Task Pieces_with_names_of_their_own_take_the_place_of_whole_GPUs()
    {
        var run = await Run(new KarpenterNodePoolArgs
        {
            PoolName = "a100",
            InstanceTypes = ["p4d.24xlarge"],
            AmiReleaseVersion = "1.34.2-20260917",
            MaxNodes = 1,
            SubnetIds = ["subnet-0a"],
            SecurityGroupId = "sg-0c",
            NodeRoleName = "karpenter-nodes",
            Sharing = GpuSharingArgs.From(GpuSharing.Mig("all-1g.5gb", MigStrategy.Mixed)),
        });

        JsonAssert.Same("""{ "nvidia.com/gpu": "0", "nvidia.com/mig-1g.5gb": "56" }""", run[Overlay, "pool-overlay-p4d.24xlarge"].Inputs.SelectToken("spec.capacity"));
        JsonAssert.Same("""{ "nodes": "1", "nvidia.com/mig-1g.5gb": "56" }""", run[NodePool, "pool-node-pool"].Inputs.SelectToken("spec.limits"));
    }

    [Fact]
    public async Task Volumes_are_as_fast_as_they_are_asked_to_be_and_Bottlerocket_shares_by_its_settings()
    {
        var run = await Run(new KarpenterNodePoolArgs
        {
            PoolName = "t4",
            InstanceTypes = ["g4dn.xlarge"],
            AmiType = "BOTTLEROCKET_x86_64_NVIDIA",
            AmiReleaseVersion = "v1.26.1",
            MaxNodes = 1,
            SubnetIds = ["subnet-0a"],
            SecurityGroupId = "sg-0c",
            NodeRoleName = "karpenter-nodes",
            RootVolumeIops = 6000,
            RootVolumeThroughput = 500,
            Sharing = _fourTurns,
        });
        var spec = run[NodeClass, "pool-node-class"].Inputs["spec"]!;

        JsonAssert.Same(
            """
            [ { "deviceName": "/dev/xvdb", "ebs": { "volumeSize": "100Gi", "iops": 6000, "throughput": 500, "volumeType": "gp3", "encrypted": true, "deleteOnTermination": true } } ]
            """,
            spec["blockDeviceMappings"]);
        Assert.Equal("bottlerocket@v1.26.1", (string?)spec.SelectToken("amiSelectorTerms[0].alias"));
        Assert.Equal(
            """
            [settings.kubelet-device-plugins.nvidia]
            device-sharing-strategy = "time-slicing"

            [settings.kubelet-device-plugins.nvidia.time-slicing]
            replicas = 4
            rename-by-default = false

            """,
            (string?)spec["userData"]);
    }

    [Theory]
    [InlineData("AL2023_x86_64_NVIDIA", true, "/dev/xvda", """{ "volumeSize": "100Gi", "throughput": 600, "volumeType": "gp3", "encrypted": true, "deleteOnTermination": true }""", "FastImagePull: true")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", true, "/dev/xvdb", """{ "volumeSize": "100Gi", "throughput": 600, "volumeType": "gp3", "encrypted": true, "deleteOnTermination": true }""", "snapshotter = \"soci\"")]
    [InlineData(
        "BOTTLEROCKET_x86_64_NVIDIA", false, "/dev/xvdb",
        """{ "volumeSize": "100Gi", "throughput": 600, "snapshotID": "snap-01234567", "volumeInitializationRate": 300, "volumeType": "gp3", "encrypted": true, "deleteOnTermination": true }""", null)]
    public async Task Images_come_in_parallel_or_with_the_volume(string ami, bool parallel, string device, string ebs, string? userData)
    {
        var run = await Run(new KarpenterNodePoolArgs
        {
            PoolName = "t4",
            InstanceTypes = ["g4dn.xlarge"],
            AmiType = ami,
            AmiReleaseVersion = ami.StartsWith('B') ? "v1.53.0" : "v20260917",
            MaxNodes = 1,
            SubnetIds = ["subnet-0a"],
            SecurityGroupId = "sg-0c",
            NodeRoleName = "karpenter-nodes",
            RootVolumeThroughput = 600,
            Images = parallel ? new NodeImagesArgs { ParallelPull = true } : new NodeImagesArgs { Snapshot = "snap-01234567", SnapshotRate = 300 },
        });
        var nodeClass = run[NodeClass, "pool-node-class"].Inputs;

        JsonAssert.Same($$"""[ { "deviceName": "{{device}}", "ebs": {{ebs}} } ]""", nodeClass.SelectToken("spec.blockDeviceMappings"));
        Assert.Equal(userData is not null, ((string?)nodeClass.SelectToken("spec.userData"))?.Contains(userData ?? "", StringComparison.Ordinal) ?? false);
        Assert.Equal([], CustomResourceDefinitions.Problems(nodeClass));
    }

    [Fact]
    public async Task Neuron_nodes_have_their_own_image_taint_and_limits()
    {
        var run = await Run(Plain("inf2.24xlarge", legacy: false));
        var spec = run[NodePool, "pool-node-pool"].Inputs["spec"]!;

        JsonAssert.Same("""[ { "key": "aws.amazon.com/neuron", "value": "present", "effect": "NoSchedule" } ]""", spec.SelectToken("template.spec.taints"));
        JsonAssert.Same("""{ "nodes": "2", "aws.amazon.com/neuron": "12", "aws.amazon.com/neuroncore": "24" }""", spec["limits"]);
    }

    [Fact]
    public async Task A_legacy_type_takes_a_word_that_it_is_meant()
    {
        Assert.Equal("[\n  \"p3.2xlarge\"\n]", (await Run(Plain("p3.2xlarge", legacy: true)))[NodePool, "pool-node-pool"].Inputs.SelectToken("spec.template.spec.requirements[0].values")!.ToString());
        Assert.Contains("'p3.2xlarge' is", (await Assert.ThrowsAsync<ResourceException>(() => Run(Plain("p3.2xlarge", legacy: false)))).Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(NodeClass, "t4-node-class")]
    [InlineData(NodePool, "t4-node-pool")]
    [InlineData(Overlay, "t4-overlay-g4dn.xlarge")]
    public async Task What_is_declared_fits_the_definition(string type, string name) =>
        Assert.Equal([], CustomResourceDefinitions.Problems((await Run(_fourTurns))[type, name].Inputs));

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(new KarpenterNodePoolArgs
        {
            PoolName = "t4",
            InstanceTypes = ["g4dn.xlarge", "g5g.xlarge"],
            AmiReleaseVersion = "latest",
            MaxNodes = 0,
            SubnetIds = ["subnet-0a"],
            SecurityGroupId = "sg-0c",
            NodeRoleName = "karpenter-nodes",
            CapacityType = "RESERVED",
            RootVolumeGiB = 10,
            Efa = true,
            Labels = new Dictionary<string, string> { ["karpenter.sh/x"] = "y" },
        }));

        Assert.Equal(
            """
            8 problems in gpu-inference:index:KarpenterNodePool:
              pool.instanceTypes[1]: 'g5g.xlarge' is arm64, but the AMI type AL2023_x86_64_NVIDIA is amd64; use instance types and an AMI type of one architecture
              pool.efa: 'g4dn.xlarge' has no EFA interface; remove efa, or use one of g4dn.12xlarge, g4dn.16xlarge, g4dn.8xlarge, g4dn.metal
              pool.labels["karpenter.sh/x"]: 'karpenter.sh/x' is reserved: node pools refuse labels of the domains karpenter.sh, karpenter.k8s.aws; use a domain of your own
              pool.capacityType: 'RESERVED' is none of ON_DEMAND, SPOT, CAPACITY_BLOCK
              pool.maxNodes: 0 is less than 1
              pool.rootVolumeGiB: 10 is not between 20 and 16384
              pool.vpcId: missing; the security group for EFA lies in the nodes' VPC
              pool.amiReleaseVersion: 'latest' is no release of AL2023_x86_64_NVIDIA that Karpenter can name; AL2023 releases look like 1.34.2-20260917 or v20260917, Bottlerocket's like 1.26.1-943d9a41 or v1.26.1
            """,
            error.Message);
    }

    private static KarpenterNodePoolArgs Plain(string type, bool legacy) => new()
    {
        PoolName = "pool",
        InstanceTypes = [type],
        Legacy = legacy,
        AmiReleaseVersion = "v20260903",
        MaxNodes = 2,
        SubnetIds = ["subnet-0a"],
        SecurityGroupId = "sg-0c",
        NodeRoleName = "karpenter-nodes",
    };

    private static Task<ComponentRun> Run(GpuSharingArgs? sharing = null) => ComponentHarness.RunAsync(
        () => _ = new KarpenterNodePool("t4", Samples.KarpenterPool(sharing: sharing), Samples.In(Samples.KubernetesProvider())));

    private static Task<ComponentRun> Run(KarpenterNodePoolArgs args) => ComponentHarness.RunAsync(
        () => _ = new KarpenterNodePool("pool", args, new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider() } }));
}
