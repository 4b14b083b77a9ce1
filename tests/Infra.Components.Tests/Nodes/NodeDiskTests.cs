using System.Text;
using Infra.Components.Nodes;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Nodes;

/// <summary>The disk that holds images and pods' files.</summary>
public sealed class NodeDiskTests
{
    private const string Storage = "k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage";

    [Theory]
    [InlineData("AL2023_x86_64_NVIDIA", "strategy: RAID0\n")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", """["apiclient", "ephemeral-storage", "init"],""")]
    public async Task Local_disks_are_set_up_by_the_nodes_user_data(string ami, string text)
    {
        var run = await Run(ami, localNvme: true);

        Assert.Contains(text, Encoding.UTF8.GetString(Convert.FromBase64String((string)Template(run)["userData"]!)), StringComparison.Ordinal);

        // 125 GB less 2 %, a tenth and 1 GiB.
        Assert.Equal("109176258176", (string?)Tags(run)[Storage]);
    }

    [Fact]
    public async Task Otherwise_the_root_volume_counts()
    {
        var run = await Run("AL2023_x86_64_NVIDIA", localNvme: false);

        Assert.False(Template(run).ContainsKey("userData"));
        Assert.Equal("179Gi", (string?)Tags(run)[Storage]);
    }

    [Fact]
    public async Task The_root_volume_can_be_faster_than_it_is_by_itself()
    {
        var run = await Run("AL2023_x86_64_NVIDIA", localNvme: false, iops: 8000, throughput: 1000);

        JsonAssert.Same(
            """{ "volumeSize": 200, "volumeType": "gp3", "iops": 8000, "throughput": 1000, "encrypted": "true", "deleteOnTermination": "true" }""",
            Template(run)["blockDeviceMappings"]![0]!["ebs"]);
    }

    [Fact]
    public async Task The_volume_of_images_is_made_from_a_snapshot()
    {
        var run = await Run("BOTTLEROCKET_x86_64_NVIDIA", localNvme: false, images: new NodeImagesArgs { Snapshot = "snap-0123456789abcdef0", SnapshotRate = 200 });

        JsonAssert.Same(
            """
            [
              { "deviceName": "/dev/xvda", "ebs": { "volumeType": "gp3", "encrypted": "true", "deleteOnTermination": "true" } },
              {
                "deviceName": "/dev/xvdb",
                "ebs": {
                  "volumeSize": 200, "volumeType": "gp3", "snapshotId": "snap-0123456789abcdef0", "volumeInitializationRate": 200, "encrypted": "true", "deleteOnTermination": "true"
                }
              }
            ]
            """,
            Template(run)["blockDeviceMappings"]);
    }

    [Theory]
    [InlineData("AL2023_x86_64_NVIDIA", "FastImagePull: true\n")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", "pull-mode = \"parallel-pull-unpack\"\n")]
    public async Task Layers_are_pulled_side_by_side(string ami, string text)
    {
        var run = await Run(ami, localNvme: false, throughput: 600, images: new NodeImagesArgs { ParallelPull = true });

        Assert.Contains(text, Encoding.UTF8.GetString(Convert.FromBase64String((string)Template(run)["userData"]!)), StringComparison.Ordinal);
    }

    private static JObject Template(ComponentRun run) => run[LaunchTemplateTests.Type, "t4-launch-template"].Inputs;

    private static JToken Tags(ComponentRun run) => run["aws:eks/nodeGroup:NodeGroup", "t4-node-group"].Inputs["tags"]!;

    private static Task<ComponentRun> Run(string ami, bool localNvme, int? iops = null, int? throughput = null, NodeImagesArgs? images = null) => ComponentHarness.RunAsync(
        () => _ = new GpuNodePool(
            "t4",
            new GpuNodePoolArgs
            {
                ClusterName = "gpu",
                PoolName = "t4",
                NodeGroupName = "gpu-dev-t4",
                InstanceTypes = ["g4dn.xlarge"],
                AmiType = ami,
                MaxSize = 1,
                Zones = [Samples.Zone("a")],
                LocalNvme = localNvme,
                RootVolumeGiB = 200,
                RootVolumeIops = iops,
                RootVolumeThroughput = throughput,
                Images = images ?? new NodeImagesArgs(),
            },
            Samples.In(Samples.AwsProvider())),
        Samples.Options);
}
