using Pulumi;

namespace Infra.Components.Predictions;

/// <summary>A serverless cache of ElastiCache: it costs by what it holds and by what is asked of it, up to the limits given here.</summary>
public sealed class ElastiCacheArgs : ResourceArgs
{
    /// <summary>VPC of the cache.</summary>
    [Input("vpcId", required: true)]
    public required Input<string> VpcId { get; init; }

    /// <summary>Private subnets, in two or three zones.</summary>
    [Input("subnetIds", required: true)]
    public InputList<string> SubnetIds { get; init; } = new();

    /// <summary>Security group of the nodes, from which alone the cache is reached.</summary>
    [Input("clientSecurityGroupId", required: true)]
    public required Input<string> ClientSecurityGroupId { get; init; }

    /// <summary>What the names of its user and group begin with; they are unique in account and region.</summary>
    [Input("namePrefix", required: true)]
    public required string NamePrefix { get; init; }

    /// <summary>Most that it holds in GB, 1 to 5,000; when it is full, what nobody asked for longest goes. Default: 5.</summary>
    [Input("maxStorageGB")]
    public int MaxStorageGB { get; init; } = DefaultMaxStorageGB;

    /// <summary>Most work per second in ElastiCache processing units (a read or write of a kilobyte takes one), 1,000 to 15,000,000; requests above wait and fail. Default: 5,000.</summary>
    [Input("maxEcpuPerSecond")]
    public int MaxEcpuPerSecond { get; init; } = DefaultMaxEcpuPerSecond;

    /// <summary>Default of <see cref="MaxStorageGB"/>.</summary>
    public const int DefaultMaxStorageGB = 5;

    /// <summary>Default of <see cref="MaxEcpuPerSecond"/>.</summary>
    public const int DefaultMaxEcpuPerSecond = 5000;
}
