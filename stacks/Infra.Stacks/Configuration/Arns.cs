namespace Infra.Stacks.Configuration;

/// <summary>Forms of AWS resource names in the configuration.</summary>
internal static class Arns
{
    public const string Role = "arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+";

    public const string RoleAllowed = "the ARN of an IAM role, such as arn:aws:iam::123456789012:role/platform";

    /// <summary>ARNs of SNS topics.</summary>
    public const string Topic = "arn:aws:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+";

    /// <summary>What <see cref="Topic"/> allows, for messages.</summary>
    public const string TopicAllowed = "the ARN of an SNS topic, such as arn:aws:sns:us-west-2:123456789012:costs";
}
