using Pulumi;

namespace Infra.Components.Monitoring.Stack;

/// <summary>A workspace of Amazon Managed Prometheus that a <see cref="MonitoringStack"/> writes to.</summary>
public sealed class RemoteWriteArgs : ResourceArgs
{
    /// <summary>AWS region of the workspace.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>ARN of a workspace that exists. Default: none; then the stack makes one.</summary>
    [Input("workspaceArn")]
    public string? WorkspaceArn { get; init; }

    /// <summary>Whether a workspace of the stack can't be deleted, and stays when the stack goes. Default: false.</summary>
    [Input("protect")]
    public bool Protect { get; init; }
}
