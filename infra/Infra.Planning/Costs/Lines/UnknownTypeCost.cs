using Infra.Core;

namespace Infra.Planning.Costs.Lines;

/// <summary>AWS resources that nobody here knows: neither that they cost something nor that they don't.</summary>
internal sealed class UnknownTypeCost(IReadOnlySet<string> known) : ICostRule
{
    // What AWS has no price for, or counts within something else that has one.
    private static readonly HashSet<string> _free = new(StringComparer.Ordinal)
    {
        "aws:backup/selection:Selection",
        "aws:backup/restoreTestingSelection:RestoreTestingSelection",
        "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
        "aws:budgets/budget:Budget",
        "aws:cloudwatch/eventRule:EventRule",
        "aws:cloudwatch/eventTarget:EventTarget",
        "aws:ec2/flowLog:FlowLog",
        "aws:ec2/internetGateway:InternetGateway",
        "aws:ec2/placementGroup:PlacementGroup",
        "aws:ec2/route:Route",
        "aws:ec2/routeTable:RouteTable",
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "aws:ec2/securityGroup:SecurityGroup",
        "aws:ec2/subnet:Subnet",
        "aws:ec2/vpc:Vpc",
        "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
        "aws:ecr/lifecyclePolicy:LifecyclePolicy",
        "aws:efs/accessPoint:AccessPoint",
        "aws:efs/backupPolicy:BackupPolicy",
        "aws:efs/mountTarget:MountTarget",
        "aws:eks/accessEntry:AccessEntry",
        "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
        "aws:eks/addon:Addon",
        "aws:eks/podIdentityAssociation:PodIdentityAssociation",
        "aws:elasticache/user:User",
        "aws:elasticache/userGroup:UserGroup",
        "aws:iam/role:Role",
        "aws:iam/rolePolicy:RolePolicy",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "aws:rds/subnetGroup:SubnetGroup",
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "aws:s3/bucketLogging:BucketLogging",
        "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
        "aws:s3/bucketPolicy:BucketPolicy",
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucketVersioning:BucketVersioning",
        "aws:sqs/queuePolicy:QueuePolicy",
    };

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var type in plan.Objects.All
            .Where(found => found.Resource is { Provider: not null, ReadId: null } && found.Resource.Type.StartsWith("aws:", StringComparison.Ordinal) && !known.Contains(found.Resource.Type) && !_free.Contains(found.Resource.Type))
            .GroupBy(found => found.Resource.Type, StringComparer.Ordinal)
            .OrderBy(type => type.Key, StringComparer.Ordinal))
        {
            sheet.AddUnpriced($"type/{type.Key}", $"{Counted.Of(type.Count(), "resource")} of the type {type.Key}", "nobody looked yet whether it costs something", [.. type.Select(found => found.Resource.Urn)]);
        }
    }
}
