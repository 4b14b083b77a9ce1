using Infra.Components.Clusters;
using Infra.Components.Costs;
using Infra.Components.Network;
using Infra.Components.Nodes;
using Infra.Components.Storage;
using Infra.Components.Tests.Storage;
using Infra.Core.Catalog;
using Infra.TestKit.Aws;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Conventions;

/// <summary>Words that AWS accepts only in its own spelling, against its service models: a typo would show up at the end of a long deploy.</summary>
public sealed class AwsEnumerationTests
{
    public static TheoryData<string, string> Used => new()
    {
        { "aws:ec2/launchTemplate:LaunchTemplate", "blockDeviceMappings[*].ebs.volumeType" },
        { "aws:ec2/launchTemplate:LaunchTemplate", "metadataOptions.httpTokens" },
        { "aws:ec2/launchTemplate:LaunchTemplate", "instanceMarketOptions.marketType" },
        { "aws:ec2/launchTemplate:LaunchTemplate", "instanceType" },
        { "aws:ec2/launchTemplate:LaunchTemplate", "networkInterfaces[*].interfaceType" },
        { "aws:ec2/placementGroup:PlacementGroup", "strategy" },
        { "aws:eks/nodeGroup:NodeGroup", "updateConfig.updateStrategy" },
        { "aws:eks/nodeGroup:NodeGroup", "nodeRepairConfig.nodeRepairConfigOverrides[*].repairAction" },
        { "aws:eks/nodeGroup:NodeGroup", "amiType" },
        { "aws:eks/nodeGroup:NodeGroup", "capacityType" },
        { "aws:eks/nodeGroup:NodeGroup", "instanceTypes[*]" },
        { "aws:eks/nodeGroup:NodeGroup", "taints[*].effect" },
        { "aws:eks/cluster:Cluster", "enabledClusterLogTypes[*]" },
        { "aws:eks/cluster:Cluster", "accessConfig.authenticationMode" },
        { "aws:eks/cluster:Cluster", "upgradePolicy.supportType" },
        { "aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "accessScope.type" },
        { "aws:eks/addon:Addon", "resolveConflictsOnCreate" },
        { "aws:eks/addon:Addon", "resolveConflictsOnUpdate" },
        { "aws:ec2/vpcEndpoint:VpcEndpoint", "vpcEndpointType" },
        { "aws:ec2/natGateway:NatGateway", "connectivityType" },
        { "aws:budgets/budget:Budget", "budgetType" },
        { "aws:budgets/budget:Budget", "timeUnit" },
        { "aws:budgets/budget:Budget", "notifications[*].notificationType" },
        { "aws:budgets/budget:Budget", "notifications[*].comparisonOperator" },
        { "aws:budgets/budget:Budget", "notifications[*].thresholdType" },
        { "aws:efs/fileSystem:FileSystem", "performanceMode" },
        { "aws:efs/fileSystem:FileSystem", "throughputMode" },
        { "aws:fsx/lustreFileSystem:LustreFileSystem", "dataCompressionType" },
        { "aws:fsx/lustreFileSystem:LustreFileSystem", "deploymentType" },
        { "aws:fsx/lustreFileSystem:LustreFileSystem", "storageType" },
        { "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "rule.objectOwnership" },
        { "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "rules[*].applyServerSideEncryptionByDefault.sseAlgorithm" },
        { "aws:s3/bucketVersioning:BucketVersioning", "versioningConfiguration.status" },
    };

    [SkippableTheory]
    [MemberData(nameof(Used))]
    public async Task A_word_is_one_that_the_API_knows(string type, string path)
    {
        var enumeration = AwsEnumerations.All.Single(e => e.Type == type && e.Path == path);
        var run = await ComponentHarness.RunAsync(() =>
        {
            _ = new GpuNodePool("spot", Samples.NodePool());
            _ = new GpuNodePool("on-demand", new GpuNodePoolArgs
            {
                ClusterName = "gpu",
                PoolName = "on-demand",
                NodeGroupName = "on-demand",
                InstanceTypes = ["g5.xlarge"],
                MaxSize = 1,
                Zones = [Samples.Zone("a")],
            });
            _ = new GpuNodePool("efa", Samples.EfaPool());
            _ = new GpuNodePool("block", Samples.BlockPool());
            _ = new SystemNodePool("system", Samples.SystemPool());
            _ = new ClusterNetwork("network", Samples.Network());
            _ = new EksCluster("standard", Samples.Cluster());
            _ = new EksCluster("extended", new EksClusterArgs
            {
                ClusterName = "extended",
                Region = "eu-central-1",
                AccountId = "123456789012",
                SubnetIds = "subnet-a",
                Administrators = new Dictionary<string, string> { ["deploy"] = "arn:aws:iam::123456789012:role/deploy" },
                ExtendedSupport = true,
            });
            _ = new EksAddOn("vpc-cni", Samples.AddOn());
            _ = new EnvironmentBudget("budget", Samples.Budget());
            _ = new ModelBucket("models", Samples.Bucket());
            _ = new AccessLogBucket("logs", new AccessLogBucketArgs { AccountId = "123456789012" });
            _ = new ModelVolume("shared", StorageSamples.Efs());
            _ = new ModelVolume("fast", StorageSamples.Lustre());
            _ = new ModelVolume("scratch", StorageSamples.Lustre(throughput: null));
        }, Samples.Options);
        var resources = run.Registrations.Where(r => r.Type == type).ToArray();

        Assert.NotEmpty(resources.SelectMany(r => enumeration.Words(r.Inputs)));
        Assert.Empty(resources.SelectMany(r => AwsEnumerations.Problems(type, r.Inputs)));
    }

    [SkippableFact]
    public void Every_AMI_type_of_the_catalogue_is_one_of_EKS() =>
        Assert.Empty(AmiTypes.All.Select(ami => ami.Name).Except(AwsEnumerations.Known("eks", "AMITypes")));
}
