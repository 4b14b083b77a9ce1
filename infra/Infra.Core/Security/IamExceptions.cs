using System.Collections.Immutable;

namespace Infra.Core.Security;

/// <summary>Where AWS has nothing finer than <c>*</c>.</summary>
public static class IamExceptions
{
    private const string OfLogs = "CloudWatch Logs asks for it in these words and doesn't say which of the actions it calls (CloudWatch Logs user guide, \"Encrypt log data using AWS KMS\")";

    private const string OfStorage = "S3 asks for it in these words when it writes or reads for another service (Amazon S3 user guide, \"Using server-side encryption with AWS KMS keys\")";

    /// <summary>Actions of key policies, with the reason. They are of one key: the one that the policy belongs to.</summary>
    public static ImmutableSortedDictionary<string, string> OfKeyPolicies { get; } = new Dictionary<string, string>
    {
        ["kms:*"] = "for the account, so that its IAM policies decide; a key without it can end in nobody's hands (KMS developer guide, \"Default key policy\")",
        ["kms:Decrypt*"] = OfLogs,
        ["kms:Describe*"] = OfLogs,
        ["kms:Encrypt*"] = OfLogs,
        ["kms:GenerateDataKey*"] = $"{OfLogs}; {OfStorage}",
        ["kms:ReEncrypt*"] = $"{OfLogs}; {OfStorage}",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Actions that know no resource: a policy can only name <c>*</c>, with the page of the Service Authorization Reference that shows no resource type for them (read through its copies in public repositories, 2026-11).
    /// </summary>
    public static ImmutableSortedDictionary<string, string> WithoutResource { get; } = new Dictionary<string, string>
    {
        ["autoscaling:Describe"] = "Amazon EC2 Auto Scaling",
        ["ec2:Describe"] = "Amazon EC2",
        ["ec2:GetInstanceTypesFromInstanceRequirements"] = "Amazon EC2",
        ["ec2:GetSecurityGroupsForVpc"] = "Amazon EC2",
        ["elasticloadbalancing:Describe"] = "AWS Elastic Load Balancing V2",
        ["iam:ListInstanceProfiles"] = "AWS Identity and Access Management",
        ["pricing:GetProducts"] = "AWS Price List",
        ["route53:ListHostedZones"] = "Amazon Route 53",
        ["ssm:DescribeInstanceInformation"] = "AWS Systems Manager",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Whether an action is one of them; those of a family begin with its name.</summary>
    /// <param name="action">The action.</param>
    public static bool KnowsNoResource(string action) => WithoutResource.Keys.Any(known => known.EndsWith(":Describe", StringComparison.Ordinal) ? action.StartsWith(known, StringComparison.Ordinal) : action == known);
}
