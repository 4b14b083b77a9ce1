using Infra.Components.Serving;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>The Prometheus that KEDA asks when it scales models: exactly one of the two.</summary>
public sealed record PrometheusConfig : IConfigRules
{
    internal const string WorkspacePattern = "arn:aws:aps:[a-z0-9-]+:[0-9]{12}:workspace/ws-[0-9a-f-]+";
    internal const string WorkspaceForm = "the ARN of a workspace: arn:aws:aps:REGION:ACCOUNT:workspace/ws-ID";

    /// <summary>Address inside the cluster, e.g. <c>http://kube-prometheus-stack-prometheus.monitoring.svc:9090</c>. Default: none.</summary>
    [Matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*[A-Za-z0-9._-])?", "an address such as http://prometheus.monitoring.svc:9090, without a slash at its end")]
    public string? Url { get; init; }

    /// <summary>
    /// ARN of a workspace of Amazon Managed Prometheus, <c>arn:aws:aps:REGION:ACCOUNT:workspace/ws-ID</c>. KEDA asks it as its own role, which gets the permission. Default: none.
    /// </summary>
    [Matches(WorkspacePattern, WorkspaceForm)]
    public string? AmazonWorkspace { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if ((Url is null) == (AmazonWorkspace is null) && !problems.Cover(path))
        {
            problems.Add(path, Url is null ? "is empty; set url or amazonWorkspace" : "has both url and amazonWorkspace; remove one of them");
        }
    }

    /// <summary>The same in the form of the component (Amazon Managed Service for Prometheus user guide, "Prometheus-compatible APIs").</summary>
    internal PrometheusArgs ToArgs()
    {
        if (AmazonWorkspace is not { } workspace)
        {
            return new PrometheusArgs { Url = Url! };
        }

        var region = workspace.Split(':')[3];
        return new PrometheusArgs { Url = $"https://aps-workspaces.{region}.amazonaws.com/workspaces/{workspace[(workspace.IndexOf('/', StringComparison.Ordinal) + 1)..]}", Region = region };
    }
}
