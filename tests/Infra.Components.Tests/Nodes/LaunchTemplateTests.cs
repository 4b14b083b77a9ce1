using Infra.Components.Nodes;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Nodes;

public sealed class LaunchTemplateTests
{
    public const string Type = "aws:ec2/launchTemplate:LaunchTemplate";

    [Theory]
    [InlineData("AL2023_x86_64_NVIDIA", """{ "deviceName": "/dev/xvda", "ebs": SIZED }""")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", """{ "deviceName": "/dev/xvda", "ebs": OF_THE_AMI }, { "deviceName": "/dev/xvdb", "ebs": SIZED }""")]
    public async Task Nodes_need_IMDSv2_and_all_their_volumes_are_encrypted(string ami, string volumes) => JsonAssert.Same(
        $$"""
        {
          "description": "Nodes of the pool t4",
          "updateDefaultVersion": true,
          "metadataOptions": { "httpEndpoint": "enabled", "httpTokens": "required", "httpPutResponseHopLimit": 1 },
          "blockDeviceMappings": [
            {{volumes
                .Replace("SIZED", """{ "volumeSize": 200, "volumeType": "gp3", "encrypted": "true", "deleteOnTermination": "true" }""", StringComparison.Ordinal)
                .Replace("OF_THE_AMI", """{ "volumeType": "gp3", "encrypted": "true", "deleteOnTermination": "true" }""", StringComparison.Ordinal)}}
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
                Zones = [Samples.Zone("a")],
                RootVolumeGiB = 200,
                InstanceTags = { ["environment"] = "dev" },
            },
            Samples.In(Samples.AwsProvider())),
        Samples.Options);
}
