using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Infra.Planning.Diffing.Facts;

/// <summary>
/// What replaces resources of AWS: the properties with <c>ForceNew</c> or <c>RequiresReplace</c> in the Terraform provider that Pulumi's is made of, and what
/// the documentation of Pulumi's provider says besides. Types that aren't here: not known.
/// </summary>
internal static class AwsReplacements
{
    private const string Package = "aws:";

    /// <summary>The whole schema of each type was read, so what it doesn't mark changes in place.</summary>
    private const string Schema = "terraform-provider-aws 5.14.0, schema, read 2026-11-22";

    private const string Newer = "terraform-provider-aws 6, schema, read 2026-11-22";
    private const string Both = "terraform-provider-aws, schema, and the documentation of pulumi-aws 7.48.0, read 2026-11-22";

    /// <summary>In version 6 of the Terraform provider every resource with a region has this rule (<c>forceNewIfRegionChanges</c>, read 2026-11-22).</summary>
    private static readonly (string, string) _region = ("region", "replaces the resource unless it is in that region already, by its provider");

    private static readonly FrozenDictionary<string, ReplacementFacts> _types = new Dictionary<string, ReplacementFacts>(StringComparer.Ordinal)
    {
        ["amp/workspace:Workspace"] = Of(Schema, "", ("alias", "replaces the resource if it is removed")),
        ["backup/plan:Plan"] = Of(Schema, "name"),
        ["backup/restoreTestingPlan:RestoreTestingPlan"] = Of(Newer, "name"),
        ["backup/restoreTestingSelection:RestoreTestingSelection"] = Of(Newer, "name protectedResourceType restoreTestingPlanName"),
        ["backup/selection:Selection"] = Of(Schema, "conditions iamRoleArn name notResources planId resources selectionTags"),
        ["backup/vault:Vault"] = Of(Schema, "kmsKeyArn name"),
        ["backup/vaultLockConfiguration:VaultLockConfiguration"] = Of(Schema, "backupVaultName changeableForDays maxRetentionDays minRetentionDays"),
        ["budgets/budget:Budget"] = Of(Schema, "accountId name namePrefix"),
        ["cloudwatch/eventRule:EventRule"] = Of(Schema, "eventBusName name namePrefix"),
        ["cloudwatch/eventTarget:EventTarget"] = Of(Schema, "eventBusName rule targetId"),
        ["cloudwatch/logGroup:LogGroup"] = Of(Schema, "name namePrefix"),
        ["ec2/eip:Eip"] = Of(Schema, "address domain networkBorderGroup publicIpv4Pool"),
        ["ec2/flowLog:FlowLog"] = Of(Schema, "deliverCrossAccountRole destinationOptions eniId iamRoleArn logDestination logDestinationType logFormat logGroupName maxAggregationInterval subnetId trafficType transitGatewayAttachmentId transitGatewayId vpcId"),
        ["ec2/internetGateway:InternetGateway"] = Of(Schema, ""),
        ["ec2/launchTemplate:LaunchTemplate"] = Of(Schema, "name namePrefix"),
        ["ec2/natGateway:NatGateway"] = Of(Schema, "allocationId connectivityType privateIp secondaryPrivateIpAddressCount subnetId"),
        ["ec2/placementGroup:PlacementGroup"] = Of(Schema, "name partitionCount spreadLevel strategy"),
        ["ec2/route:Route"] = Of(Schema, "destinationCidrBlock destinationIpv6CidrBlock destinationPrefixListId routeTableId"),
        ["ec2/routeTable:RouteTable"] = Of(Schema, "vpcId"),
        ["ec2/routeTableAssociation:RouteTableAssociation"] = Of(Schema, "gatewayId subnetId"),
        ["ec2/securityGroup:SecurityGroup"] = Of(Schema, "description name namePrefix vpcId"),
        ["ec2/subnet:Subnet"] = Of(Both, "availabilityZone availabilityZoneId cidrBlock ipv4IpamPoolId ipv4NetmaskLength ipv6IpamPoolId ipv6Native ipv6NetmaskLength outpostArn vpcId", ("ipv6CidrBlock", "replaces the resource if assignIpv6AddressOnCreation was true")),
        ["ec2/vpc:Vpc"] = Of(Schema, "cidrBlock ipv4IpamPoolId ipv4NetmaskLength", ("instanceTenancy", "replaces the resource unless it goes from dedicated to default")),
        ["ec2/vpcEndpoint:VpcEndpoint"] = Of(Both, "serviceName vpcEndpointType vpcId", ("privateDnsEnabled", "replaces the resource unless the endpoint is of type Interface")),
        ["ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation"] = Of(Schema, "cidrBlock ipv4IpamPoolId ipv4NetmaskLength vpcId"),
        ["ecr/lifecyclePolicy:LifecyclePolicy"] = Of(Schema, "policy repository"),
        ["ecr/pullThroughCacheRule:PullThroughCacheRule"] = Of(Schema, "ecrRepositoryPrefix upstreamRegistryUrl"),
        ["ecr/repository:Repository"] = Of(Schema, "encryptionConfigurations name"),
        ["efs/accessPoint:AccessPoint"] = Of(Schema, "fileSystemId posixUser rootDirectory"),
        ["efs/backupPolicy:BackupPolicy"] = Of(Schema, "fileSystemId"),
        ["efs/fileSystem:FileSystem"] = Of(Schema, "availabilityZoneName creationToken encrypted kmsKeyId performanceMode"),
        ["efs/mountTarget:MountTarget"] = Of(Schema, "fileSystemId ipAddress subnetId"),
        ["eks/accessEntry:AccessEntry"] = Of(Newer, "clusterName principalArn type"),
        ["eks/accessPolicyAssociation:AccessPolicyAssociation"] = Of(Newer, "accessScope clusterName policyArn principalArn"),
        ["eks/addon:Addon"] = Of(Both, "addonName clusterName namespaceConfig.namespace"),
        ["eks/cluster:Cluster"] = Of(Both, "accessConfig.bootstrapClusterCreatorAdminPermissions bootstrapSelfManagedAddons kubernetesNetworkConfig.ipFamily kubernetesNetworkConfig.serviceIpv4Cidr name outpostConfig.controlPlaneInstanceType outpostConfig.controlPlanePlacement.groupName remoteNetworkConfig roleArn", ("computeConfig.nodeRoleArn", "replaces the resource if it was set before"), ("encryptionConfig", "replaces the resource if it is removed"), ("vpcConfig.controlPlaneEgressMode", "replaces the resource if it goes back to AWS_MANAGED")),
        ["eks/nodeGroup:NodeGroup"] = Of(Both, "amiType capacityType clusterName diskSize instanceTypes launchTemplate.id launchTemplate.name nodeGroupName nodeGroupNamePrefix nodeRoleArn remoteAccess subnetIds"),
        ["eks/podIdentityAssociation:PodIdentityAssociation"] = Of(Newer, "clusterName namespace serviceAccount"),
        ["elasticache/serverlessCache:ServerlessCache"] = Of(Newer, "engine kmsKeyId majorEngineVersion name snapshotArnsToRestores subnetIds"),
        ["elasticache/user:User"] = Of(Schema, "engine userId userName"),
        ["elasticache/userGroup:UserGroup"] = Of(Schema, "engine userGroupId"),
        ["fsx/dataRepositoryAssociation:DataRepositoryAssociation"] = Of(Schema, "dataRepositoryPath fileSystemId fileSystemPath"),
        ["fsx/lustreFileSystem:LustreFileSystem"] = Of(Both, "backupId copyTagsToBackups deploymentType driveCacheType exportPath importPath importedFileChunkSize kmsKeyId perUnitStorageThroughput securityGroupIds storageType subnetIds", ("efaEnabled", "is fixed when the file system is made"), ("fileSystemTypeVersion", "replaces the resource if it is lower than before"), ("metadataConfiguration.iops", "replaces the resource if there are fewer than before"), ("storageCapacity", "replaces the resource if it is smaller than before, or on SCRATCH_1")),
        ["iam/openIdConnectProvider:OpenIdConnectProvider"] = Of(Newer, "url"),
        ["iam/policy:Policy"] = Of(Schema, "description name namePrefix path"),
        ["iam/role:Role"] = Of(Schema, "name namePrefix path"),
        ["iam/rolePolicy:RolePolicy"] = Of(Schema, "name namePrefix role"),
        ["iam/rolePolicyAttachment:RolePolicyAttachment"] = Of(Schema, "policyArn role"),
        ["kms/alias:Alias"] = Of(Schema, "name namePrefix"),
        ["kms/key:Key"] = Of(Both, "customKeyStoreId customerMasterKeySpec keyUsage multiRegion xksKeyId"),
        ["rds/instance:Instance"] = Of(Schema, "availabilityZone backupTarget characterSetName customIamInstanceProfile dbName engine kmsKeyId ncharCharacterSetName restoreToPointInTime s3Import snapshotIdentifier storageEncrypted timezone username"),
        ["rds/subnetGroup:SubnetGroup"] = Of(Schema, "name namePrefix"),
        ["s3/bucket:Bucket"] = Of(Schema, "bucket bucketPrefix objectLockEnabled"),
        ["s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = Of(Schema, "bucket expectedBucketOwner"),
        ["s3/bucketLogging:BucketLogging"] = Of(Schema, "bucket expectedBucketOwner"),
        ["s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"] = Of(Schema, "bucket expectedBucketOwner objectLockEnabled"),
        ["s3/bucketOwnershipControls:BucketOwnershipControls"] = Of(Schema, "bucket"),
        ["s3/bucketPolicy:BucketPolicy"] = Of(Schema, "bucket"),
        ["s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = Of(Schema, "bucket"),
        ["s3/bucketReplicationConfig:BucketReplicationConfig"] = Of(Schema, "bucket"),
        ["s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = Of(Schema, "bucket expectedBucketOwner"),
        ["s3/bucketVersioning:BucketVersioning"] = Of(Schema, "bucket expectedBucketOwner"),
        ["sqs/queue:Queue"] = Of(Schema, "fifoQueue name namePrefix"),
        ["sqs/queuePolicy:QueuePolicy"] = Of(Schema, "queueUrl"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ReplacementFacts? Of(string type) => type.StartsWith(Package, StringComparison.Ordinal) ? _types.GetValueOrDefault(type[Package.Length..]) : null;

    private static ReplacementFacts Of(string source, string replace, params ReadOnlySpan<(string, string)> depends) => new()
    {
        Source = source,
        Replace = [.. replace.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Depends = [.. depends, _region],
    };
}
