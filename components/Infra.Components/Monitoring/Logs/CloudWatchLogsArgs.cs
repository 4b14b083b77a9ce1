using Pulumi;

namespace Infra.Components.Monitoring.Logs;

/// <summary>The log group of CloudWatch Logs to which <see cref="FluentBit"/> sends.</summary>
public sealed class CloudWatchLogsArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster, which must run the Pod Identity agent add-on.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Name of the log group.</summary>
    [Input("logGroupName", required: true)]
    public required string LogGroupName { get; init; }

    /// <summary>AWS region.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>AWS account, twelve digits.</summary>
    [Input("accountId", required: true)]
    public required string AccountId { get; init; }

    /// <summary>Days that events are kept; one of the numbers that CloudWatch Logs allows. Default: 30.</summary>
    [Input("retentionDays")]
    public int RetentionDays { get; init; } = DefaultRetentionDays;

    /// <summary>Whether the class is <c>INFREQUENT_ACCESS</c>: half the price of taking logs in, without live tail, metric filters and subscriptions. It can't be changed later. Default: false.</summary>
    [Input("infrequentAccess")]
    public bool InfrequentAccess { get; init; }

    /// <summary>Whether log group and key outlive the component. Default: true.</summary>
    [Input("protect")]
    public bool Protect { get; init; } = true;

    /// <summary>Default of <see cref="RetentionDays"/>.</summary>
    public const int DefaultRetentionDays = 30;
}
