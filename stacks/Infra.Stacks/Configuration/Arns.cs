namespace Infra.Stacks.Configuration;

/// <summary>Forms of AWS resource names in the configuration.</summary>
internal static class Arns
{
    public const string Role = "arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+";

    public const string RoleAllowed = "the ARN of an IAM role, such as arn:aws:iam::123456789012:role/platform";
}
