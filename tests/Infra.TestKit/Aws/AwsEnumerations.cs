using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Aws;

/// <summary>Words that AWS accepts only in its own spelling, against its service models: a typo would show up at the end of a long deploy.</summary>
public static class AwsEnumerations
{
    /// <summary>Which property of which type holds a word of which enumeration.</summary>
    public static ImmutableArray<AwsEnumeration> All { get; } =
    [
        new("aws:budgets/budget:Budget", "budgetType", "budgets", "BudgetType"),
        new("aws:budgets/budget:Budget", "timeUnit", "budgets", "TimeUnit"),
        new("aws:budgets/budget:Budget", "notifications[*].notificationType", "budgets", "NotificationType"),
        new("aws:budgets/budget:Budget", "notifications[*].comparisonOperator", "budgets", "ComparisonOperator"),
        new("aws:budgets/budget:Budget", "notifications[*].thresholdType", "budgets", "ThresholdType"),
        new("aws:ec2/launchTemplate:LaunchTemplate", "blockDeviceMappings[*].ebs.volumeType", "ec2", "VolumeType"),
        new("aws:ec2/launchTemplate:LaunchTemplate", "metadataOptions.httpTokens", "ec2", "HttpTokensState"),
        new("aws:ec2/launchTemplate:LaunchTemplate", "instanceMarketOptions.marketType", "ec2", "MarketType"),
        new("aws:ec2/launchTemplate:LaunchTemplate", "instanceType", "ec2", "InstanceType"),
        new("aws:ec2/launchTemplate:LaunchTemplate", "networkInterfaces[*].interfaceType", "ec2", "NetworkInterfaceCreationType"),
        new("aws:ec2/placementGroup:PlacementGroup", "strategy", "ec2", "PlacementStrategy"),
        new("aws:ec2/vpcEndpoint:VpcEndpoint", "vpcEndpointType", "ec2", "VpcEndpointType"),
        new("aws:ec2/natGateway:NatGateway", "connectivityType", "ec2", "ConnectivityType"),
        new("aws:ecr/repository:Repository", "imageTagMutability", "ecr", "ImageTagMutability"),
        new("aws:ecr/repository:Repository", "encryptionConfigurations[*].encryptionType", "ecr", "EncryptionType"),
        new("aws:efs/fileSystem:FileSystem", "performanceMode", "efs", "PerformanceMode"),
        new("aws:efs/fileSystem:FileSystem", "throughputMode", "efs", "ThroughputMode"),
        new("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "accessScope.type", "eks", "AccessScopeType"),
        new("aws:eks/addon:Addon", "resolveConflictsOnCreate", "eks", "ResolveConflicts"),
        new("aws:eks/addon:Addon", "resolveConflictsOnUpdate", "eks", "ResolveConflicts"),
        new("aws:eks/cluster:Cluster", "accessConfig.authenticationMode", "eks", "AuthenticationMode"),
        new("aws:eks/cluster:Cluster", "enabledClusterLogTypes[*]", "eks", "LogType"),
        new("aws:eks/cluster:Cluster", "kubernetesNetworkConfig.ipFamily", "eks", "IpFamily"),
        new("aws:eks/cluster:Cluster", "upgradePolicy.supportType", "eks", "SupportType"),
        new("aws:eks/nodeGroup:NodeGroup", "amiType", "eks", "AMITypes"),
        new("aws:eks/nodeGroup:NodeGroup", "capacityType", "eks", "CapacityTypes"),
        new("aws:eks/nodeGroup:NodeGroup", "instanceTypes[*]", "ec2", "InstanceType"),
        new("aws:eks/nodeGroup:NodeGroup", "taints[*].effect", "eks", "TaintEffect"),
        new("aws:eks/nodeGroup:NodeGroup", "updateConfig.updateStrategy", "eks", "NodegroupUpdateStrategies"),
        new("aws:eks/nodeGroup:NodeGroup", "nodeRepairConfig.nodeRepairConfigOverrides[*].repairAction", "eks", "RepairAction"),
        new("aws:fsx/lustreFileSystem:LustreFileSystem", "dataCompressionType", "fsx", "DataCompressionType"),
        new("aws:fsx/lustreFileSystem:LustreFileSystem", "deploymentType", "fsx", "LustreDeploymentType"),
        new("aws:fsx/lustreFileSystem:LustreFileSystem", "storageType", "fsx", "StorageType"),
        new("aws:kms/key:Key", "customerMasterKeySpec", "kms", "KeySpec"),
        new("aws:kms/key:Key", "keyUsage", "kms", "KeyUsageType"),
        new("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "rules[*].transitions[*].storageClass", "s3", "TransitionStorageClass"),
        new("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "rule.objectOwnership", "s3", "ObjectOwnership"),
        new("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "rules[*].applyServerSideEncryptionByDefault.sseAlgorithm", "s3", "ServerSideEncryption"),
        new("aws:s3/bucketVersioning:BucketVersioning", "versioningConfiguration.status", "s3", "BucketVersioningStatus"),
    ];

    /// <summary>What AWS would refuse about a resource's inputs; skips the test where the facts are absent.</summary>
    public static IReadOnlyList<string> Problems(string type, JObject inputs) =>
    [
        .. from enumeration in All
           where enumeration.Type == type
           from word in enumeration.Words(inputs)
           let known = Known(enumeration.Service, enumeration.Name)
           where !known.Contains(word)
           select $"{type}: {enumeration.Path}: '{word}' is no {enumeration.Service} {enumeration.Name}",
    ];

    /// <summary>All words of an enumeration.</summary>
    public static IReadOnlySet<string> Known(string service, string name)
    {
        var enumerations = JObject.Parse(File.ReadAllText(SharedFacts.Require("data", "aws-enums.json")));
        return enumerations["services"]?[service]?[name]?.Values<string>().Select(word => word!).ToHashSet(StringComparer.Ordinal)
            ?? throw new InvalidOperationException($"The service models have no enumeration '{name}' of '{service}'.");
    }
}
