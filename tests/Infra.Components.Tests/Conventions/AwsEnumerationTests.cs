using Infra.Components.Clusters;
using Infra.Components.Costs;
using Infra.Components.Network;
using Infra.Components.Nodes;
using Infra.Components.Storage;
using Infra.Core.Catalog;
using Infra.TestKit;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Conventions;

/// <summary>Words that AWS accepts only in its own spelling, against its service models: a typo would show up at the end of a long deploy.</summary>
public sealed class AwsEnumerationTests
{
    [SkippableTheory]
    [InlineData("eks", "CapacityTypes", "aws:eks/nodeGroup:NodeGroup", "capacityType")]
    [InlineData("eks", "AMITypes", "aws:eks/nodeGroup:NodeGroup", "amiType")]
    [InlineData("eks", "TaintEffect", "aws:eks/nodeGroup:NodeGroup", "taints[*].effect")]
    [InlineData("ec2", "InstanceType", "aws:eks/nodeGroup:NodeGroup", "instanceTypes[*]")]
    [InlineData("eks", "NodegroupUpdateStrategies", "aws:eks/nodeGroup:NodeGroup", "updateConfig.updateStrategy")]
    [InlineData("eks", "RepairAction", "aws:eks/nodeGroup:NodeGroup", "nodeRepairConfig.nodeRepairConfigOverrides[*].repairAction")]
    [InlineData("ec2", "InstanceType", "aws:ec2/launchTemplate:LaunchTemplate", "instanceType")]
    [InlineData("ec2", "MarketType", "aws:ec2/launchTemplate:LaunchTemplate", "instanceMarketOptions.marketType")]
    [InlineData("ec2", "PlacementStrategy", "aws:ec2/placementGroup:PlacementGroup", "strategy")]
    [InlineData("ec2", "HttpTokensState", "aws:ec2/launchTemplate:LaunchTemplate", "metadataOptions.httpTokens")]
    [InlineData("ec2", "VolumeType", "aws:ec2/launchTemplate:LaunchTemplate", "blockDeviceMappings[*].ebs.volumeType")]
    [InlineData("eks", "LogType", "aws:eks/cluster:Cluster", "enabledClusterLogTypes[*]")]
    [InlineData("eks", "AuthenticationMode", "aws:eks/cluster:Cluster", "accessConfig.authenticationMode")]
    [InlineData("eks", "SupportType", "aws:eks/cluster:Cluster", "upgradePolicy.supportType")]
    [InlineData("eks", "AccessScopeType", "aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "accessScope.type")]
    [InlineData("eks", "ResolveConflicts", "aws:eks/addon:Addon", "resolveConflictsOnCreate")]
    [InlineData("eks", "ResolveConflicts", "aws:eks/addon:Addon", "resolveConflictsOnUpdate")]
    [InlineData("ec2", "VpcEndpointType", "aws:ec2/vpcEndpoint:VpcEndpoint", "vpcEndpointType")]
    [InlineData("ec2", "ConnectivityType", "aws:ec2/natGateway:NatGateway", "connectivityType")]
    [InlineData("budgets", "BudgetType", "aws:budgets/budget:Budget", "budgetType")]
    [InlineData("budgets", "TimeUnit", "aws:budgets/budget:Budget", "timeUnit")]
    [InlineData("budgets", "NotificationType", "aws:budgets/budget:Budget", "notifications[*].notificationType")]
    [InlineData("budgets", "ComparisonOperator", "aws:budgets/budget:Budget", "notifications[*].comparisonOperator")]
    [InlineData("budgets", "ThresholdType", "aws:budgets/budget:Budget", "notifications[*].thresholdType")]
    [InlineData("s3", "ObjectOwnership", "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "rule.objectOwnership")]
    [InlineData("s3", "BucketVersioningStatus", "aws:s3/bucketVersioning:BucketVersioning", "versioningConfiguration.status")]
    [InlineData("s3", "ServerSideEncryption", "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "rules[*].applyServerSideEncryptionByDefault.sseAlgorithm")]
    public async Task A_word_is_one_that_the_API_knows(string service, string enumeration, string type, string path)
    {
        var known = Known(service, enumeration);
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
        }, Samples.Options);
        var words = run.Registrations.Where(r => r.Type == type).SelectMany(r => r.Inputs.SelectTokens(path)).Select(word => (string)word!).ToArray();

        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.Contains(word, known));
    }

    [SkippableFact]
    public void Every_AMI_type_of_the_catalogue_is_one_of_EKS() =>
        Assert.Empty(AmiTypes.All.Select(ami => ami.Name).Except(Known("eks", "AMITypes")));

    private static string[] Known(string service, string enumeration)
    {
        var enums = JObject.Parse(File.ReadAllText(SharedFacts.Require("data", "aws-enums.json")));
        return [.. enums["services"]![service]![enumeration]!.Values<string>().Select(value => value!)];
    }
}
