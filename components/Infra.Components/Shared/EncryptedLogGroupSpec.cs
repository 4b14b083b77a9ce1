namespace Infra.Components.Shared;

/// <summary>A log group and where it lies, which its key's policy names.</summary>
/// <param name="LogGroupName">Name in CloudWatch Logs.</param>
/// <param name="RetentionDays">Days that events are kept; one of the numbers that CloudWatch Logs allows.</param>
/// <param name="Region">AWS region.</param>
/// <param name="AccountId">AWS account.</param>
internal sealed record EncryptedLogGroupSpec(string LogGroupName, int RetentionDays, string Region, string AccountId)
{
    /// <summary>Whether it is of the class that is cheaper to write to and can do less. Default: false.</summary>
    public bool InfrequentAccess { get; init; }

    /// <summary>Whether it and its key outlive their stack. Default: false.</summary>
    public bool Protect { get; init; }
}
