using Infra.Components.Monitoring.Logs;

namespace Infra.Stacks.Configuration;

/// <summary>A log group of CloudWatch Logs, <c>/gpu-inference/CLUSTER/containers</c>, encrypted with a key of its own. Whether both outlive the environment says <c>storage.protect</c>.</summary>
public sealed record CloudWatchLogsConfig
{
    /// <summary>Days that logs are kept; one of the numbers that CloudWatch Logs allows. Default: 30.</summary>
    public int RetentionDays { get; init; } = CloudWatchLogsArgs.DefaultRetentionDays;

    /// <summary>
    /// Whether the group is of the class for infrequent access: half the price of taking logs in, without live tail, metric filters and subscriptions. Changing it replaces the
    /// group. Default: false.
    /// </summary>
    public bool InfrequentAccess { get; init; }
}
