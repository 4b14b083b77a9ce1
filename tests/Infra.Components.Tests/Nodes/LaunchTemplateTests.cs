using Infra.Components.Nodes;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Nodes;

public sealed class LaunchTemplateTests
{
    public const string Type = "aws:ec2/launchTemplate:LaunchTemplate";

    [Theory]
    [InlineData("AL2023_x86_64_NVIDIA", "/dev/xvda")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", "/dev/xvdb")]
    public async Task Nodes_need_IMDSv2_and_keep_images_on_an_encrypted_volume(string ami, string device) => JsonAssert.Same(
        $$"""
        {
          "description": "Nodes of the pool t4",
          "updateDefaultVersion": true,
          "metadataOptions": { "httpEndpoint": "enabled", "httpTokens": "required", "httpPutResponseHopLimit": 1 },
          "blockDeviceMappings": [
            {
              "deviceName": "{{device}}",
              "ebs": { "volumeSize": 200, "volumeType": "gp3", "encrypted": "true", "deleteOnTermination": "true" }
            }
          ],
          "tagSpecifications": [
            { "resourceType": "instance", "tags": { "Name": "gpu-dev-t4", "environment": "dev" } },
            { "resourceType": "volume", "tags": { "Name": "gpu-dev-t4", "environment": "dev" } },
            { "resourceType": "network-interface", "tags": { "Name": "gpu-dev-t4", "environment": "dev" } }
          ]
        }
        """,
        (await Run(ami))[Type, "t4-launch-template"].Inputs);

    private static Task<ComponentRun> Run(string ami) => ComponentHarness.RunAsync(
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
                SubnetIds = "subnet-a",
                RootVolumeGiB = 200,
                InstanceTags = { ["environment"] = "dev" },
            },
            Samples.In(Samples.AwsProvider())),
        Samples.Options);
}
