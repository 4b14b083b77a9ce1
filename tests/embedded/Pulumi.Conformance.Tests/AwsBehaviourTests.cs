using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace Pulumi.Conformance.Tests;

public sealed class AwsBehaviourTests
{
    [Fact]
    public async Task A_resource_sends_its_wire_names()
    {
        var mocks = await RecordingMocks.RunAsync(() => new NodeGroup("gpu", new NodeGroupArgs
        {
            ClusterName = "platform",
            NodeRoleArn = "arn",
            SubnetIds = { "subnet-1" },
            ScalingConfig = new NodeGroupScalingConfigArgs { DesiredSize = 0, MinSize = 0, MaxSize = 2 },
        }));

        var resource = Assert.Single(mocks.Resources);
        Assert.Equal("aws:eks/nodeGroup:NodeGroup", resource.Type);
        Assert.Equal(["clusterName", "nodeRoleArn", "scalingConfig", "subnetIds"], resource.Inputs.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_renamed_property_keeps_its_wire_name()
    {
        var mocks = await RecordingMocks.RunAsync(() => new Aws.S3.Bucket("models", new Aws.S3.BucketArgs { BucketName = "models-0" }));

        Assert.Equal("models-0", Assert.Single(mocks.Resources).Inputs["bucket"]);
    }

    [Fact]
    public async Task Provider_lists_and_objects_are_sent_as_json_text_and_strings_as_they_are()
    {
        var mocks = await RecordingMocks.RunAsync(() => new Aws.Provider("aws", new Aws.ProviderArgs
        {
            Region = "eu-central-1",
            AllowedAccountIds = { "000000000000" },
        }));

        var resource = Assert.Single(mocks.Resources);
        Assert.Equal("pulumi:providers:aws", resource.Type);
        Assert.Equal("eu-central-1", resource.Inputs["region"]);
        Assert.Equal("[ \"000000000000\" ]", resource.Inputs["allowedAccountIds"]);
        Assert.Equal("false", resource.Inputs["skipCredentialsValidation"]);
        Assert.Equal("true", resource.Inputs["skipRegionValidation"]);
    }

    [Fact]
    public async Task Assigned_credentials_of_the_provider_are_secret()
    {
        var args = new Aws.ProviderArgs { AccessKey = "a", SecretKey = "b", Token = "c", Profile = "d" };

        var secret = await Task.WhenAll(new[] { args.AccessKey!, args.SecretKey!, args.Token!, args.Profile! }.Select(value => Output.IsSecretAsync(value.ToOutput())));

        Assert.Equal([true, true, true, false], secret);
    }

    [Fact]
    public async Task A_function_calls_its_token_in_each_form()
    {
        var mocks = await RecordingMocks.RunAsync(() =>
        {
            GetCluster.Invoke(new GetClusterInvokeArgs { Name = "platform" });
            GetCluster.Invoke(new GetClusterInvokeArgs { Name = "platform" }, new InvokeOutputOptions());
        });

        Assert.Equal(["aws:eks/getCluster:getCluster", "aws:eks/getCluster:getCluster"], mocks.Calls.Select(call => call.Token));
        Assert.All(mocks.Calls, call => Assert.Equal("platform", call.Args["name"]));
    }
}
