using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Keda;

/// <summary>What KEDA may ask AWS when it scales models.</summary>
internal static class KedaPolicy
{
    /// <summary>The policy document; null where there is nothing to ask.</summary>
    public static string? For(KedaOperatorArgs args)
    {
        var statements = new List<JObject>();
        if (args.PrometheusWorkspaceArn is { } workspace)
        {
            // Amazon Managed Service for Prometheus user guide, "IAM permissions and policies".
            statements.Add(Allow("QueryMetrics", ["aps:QueryMetrics"], [workspace]));
        }

        if (args.QueueArns.Count > 0)
        {
            statements.Add(Allow("ReadLengths", ["sqs:GetQueueAttributes"], args.QueueArns));
        }

        return statements.Count == 0 ? null : PolicyDocuments.Of([.. statements]);
    }

    private static JObject Allow(string sid, IEnumerable<string> actions, IEnumerable<string> resources) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Allow",
        ["Action"] = new JArray(actions),
        ["Resource"] = new JArray(resources),
    };
}
