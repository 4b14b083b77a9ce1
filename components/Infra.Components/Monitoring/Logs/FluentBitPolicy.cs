using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Monitoring.Logs;

/// <summary>What Fluent Bit may do in AWS: write to one log group, which is there (docs.fluentbit.io, "Amazon CloudWatch", permissions; the group's creation and retention are ours).</summary>
internal static class FluentBitPolicy
{
    /// <summary>The policy document.</summary>
    public static string Writes(string logGroupArn) => PolicyDocuments.Of(new JObject
    {
        ["Sid"] = "WriteLogs",
        ["Effect"] = "Allow",
        ["Action"] = new JArray("logs:CreateLogStream", "logs:PutLogEvents"),
        // The streams of the group; AWS' own ARN ends with ":*" already, the provider's doesn't.
        ["Resource"] = $"{logGroupArn}:*",
    });
}
