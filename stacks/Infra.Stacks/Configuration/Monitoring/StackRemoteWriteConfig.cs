using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>A workspace of Amazon Managed Prometheus: one that exists, or a new one of the environment.</summary>
public sealed record StackRemoteWriteConfig
{
    /// <summary>
    /// ARN of a workspace that exists, <c>arn:aws:aps:REGION:ACCOUNT:workspace/ws-ID</c>, of the environment's account. Default: a new one, whose metrics
    /// <c>storage.protect</c> protects.
    /// </summary>
    [Matches(PrometheusConfig.WorkspacePattern, PrometheusConfig.WorkspaceForm)]
    public string? AmazonWorkspace { get; init; }
}
