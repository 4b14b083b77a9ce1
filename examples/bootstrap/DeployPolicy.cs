using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.Bootstrap;

/// <summary>What a deploy role may do: all of the services that the program declares something of, in the environment's regions, and IAM only below a boundary. README.md says what is broad, and why.</summary>
public static class DeployPolicy
{
    /// <summary>Actions of the services, by the module of Pulumi's package.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Services { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["amp"] = ["aps:*"],
        ["backup"] = ["backup:*", "backup-storage:*"],
        ["budgets"] = ["budgets:*"],
        ["cloudwatch"] = ["logs:*", "events:*"],
        ["ec2"] = ["ec2:*"],
        ["ecr"] = ["ecr:*"],
        ["efs"] = ["elasticfilesystem:*"],
        ["eks"] = ["eks:*"],
        ["elasticache"] = ["elasticache:*"],
        ["fsx"] = ["fsx:*"],
        ["iam"] = [],
        ["kms"] = ["kms:*"],
        ["rds"] = ["rds:*"],
        ["s3"] = ["s3:*"],
        ["sqs"] = ["sqs:*"],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    // Requests to these have no region, or always the same.
    private static readonly string[] _global = ["budgets:*"];

    // Those that the program hands a role to.
    private static readonly string[] _passedTo =
        ["backup.amazonaws.com", "ec2.amazonaws.com", "eks.amazonaws.com", "events.amazonaws.com", "monitoring.rds.amazonaws.com", "pods.eks.amazonaws.com", "s3.amazonaws.com", "vpc-flow-logs.amazonaws.com"];

    private static readonly string[] _serviceLinked =
        ["backup.amazonaws.com", "eks.amazonaws.com", "eks-nodegroup.amazonaws.com", "elasticache.amazonaws.com", "elasticfilesystem.amazonaws.com", "fsx.amazonaws.com", "rds.amazonaws.com", "spot.amazonaws.com"];

    /// <summary>The document.</summary>
    public static string Of(string account, DeployEnvironment environment, StatePlaces places, string workloadBoundary)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(places);
        var roles = $"arn:aws:iam::{account}:role/*";
        return Statement.Document(
        [
            Statement.Allow("Services", [.. Services.Values.SelectMany(actions => actions).Except(_global)], "*").Where("StringEquals", "aws:RequestedRegion", [.. environment.Regions!]),
            Statement.Allow("Global", [.. _global, "sts:GetCallerIdentity"], "*"),
            Statement.Allow("ReadIam", ["iam:Get*", "iam:List*"], "*"),
            Statement.Allow("RolesBelowTheBoundary", ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePolicy"], roles)
                .Where("StringEquals", "iam:PermissionsBoundary", workloadBoundary),
            Statement.Allow("OwnRoles", ["iam:UpdateRole", "iam:UpdateRoleDescription", "iam:DeleteRole", "iam:TagRole", "iam:UntagRole"], roles)
                .Where("StringEquals", "aws:ResourceTag/project", Account.Prefix),
            // CreateRole with tags asks for it before there is a role whose tags could be looked at. So any role of the account can get this tag, and nothing above may hand one over: not whom it trusts.
            Statement.Allow("TagNewRoles", "iam:TagRole", roles).Where("StringEquals", "aws:RequestTag/project", Account.Prefix),
            Statement.Allow("PassRoles", "iam:PassRole", roles).Where("StringEquals", "iam:PassedToService", _passedTo),
            Statement.Allow("ServiceLinkedRoles", "iam:CreateServiceLinkedRole", "*").Where("StringEquals", "iam:AWSServiceName", _serviceLinked),
            .. places.Access(environment),
        ]);
    }
}
