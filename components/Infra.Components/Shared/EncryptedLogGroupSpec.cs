namespace Infra.Components.Shared;

/// <summary>A log group and where it lies, which its key's policy names.</summary>
/// <param name="LogGroupName">Name in CloudWatch Logs.</param>
/// <param name="RetentionDays">Days that events are kept; one of the numbers that CloudWatch Logs allows.</param>
/// <param name="Region">AWS region.</param>
/// <param name="AccountId">AWS account.</param>
internal sealed record EncryptedLogGroupSpec(string LogGroupName, int RetentionDays, string Region, string AccountId);
