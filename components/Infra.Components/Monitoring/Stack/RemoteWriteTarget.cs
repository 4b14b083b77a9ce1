using Infra.Components.Shared;
using Newtonsoft.Json.Linq;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Monitoring.Stack;

/// <summary>The workspace of Amazon Managed Prometheus that Prometheus writes to, and what it needs for that.</summary>
internal static class RemoteWriteTarget
{
    /// <summary>ARN of the workspace and address to write to; declares the workspace where none is named.</summary>
    public static (Output<string> Arn, Output<string> Url) Of(ComponentResource parent, string name, RemoteWriteArgs args, ComponentResourceOptions? options)
    {
        if (args.WorkspaceArn is { } arn)
        {
            return (Output.Create(arn), Output.Create($"https://aps-workspaces.{args.Region}.amazonaws.com/workspaces/{arn[(arn.IndexOf('/', StringComparison.Ordinal) + 1)..]}/api/v1/remote_write"));
        }

        var own = Children.Root(parent, options);
        own.Protect = args.Protect;
        own.RetainOnDelete = args.Protect;
        var workspace = new Aws.Amp.Workspace($"{name}-workspace", new Aws.Amp.WorkspaceArgs { Alias = name }, own);
        // Ends with a slash (Amazon Managed Service for Prometheus user guide, "Prometheus-compatible APIs").
        return (workspace.Arn, workspace.PrometheusEndpoint.Apply(endpoint => $"{endpoint}api/v1/remote_write"));
    }

    /// <summary>What writing takes (Amazon Managed Service for Prometheus user guide, "IAM permissions and policies"); nothing else is allowed, reading neither.</summary>
    public static Output<string> Policy(Output<string> workspaceArn) => workspaceArn.Apply(arn => PolicyDocuments.Of(new JObject
    {
        ["Sid"] = "Write",
        ["Effect"] = "Allow",
        ["Action"] = new JArray("aps:RemoteWrite"),
        ["Resource"] = new JArray(arn),
    }));
}
