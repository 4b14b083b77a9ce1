using Pulumi;

namespace Infra.Components.Tenants;

/// <summary>Inputs of <see cref="TenantAccess"/>.</summary>
public sealed class TenantAccessArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster; it has to know access entries.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Who gets in; each IAM role once.</summary>
    [Input("entries", required: true)]
    public required List<TenantAccessEntryArgs> Entries { get; init; }
}

/// <summary>An IAM role and its Kubernetes groups.</summary>
public sealed class TenantAccessEntryArgs : ResourceArgs
{
    /// <summary>ARN of the IAM role.</summary>
    [Input("roleArn", required: true)]
    public required string RoleArn { get; init; }

    /// <summary>Kubernetes groups of whoever has it; at least one.</summary>
    [Input("groups", required: true)]
    public required List<string> Groups { get; init; }
}
