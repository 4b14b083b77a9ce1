using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Monitoring.Stack;

/// <summary>What Alertmanager may do in AWS: publish to the topics of its receivers (Alertmanager, configuration, "sns_config").</summary>
internal static class AlertmanagerTopics
{
    /// <summary>The policy document.</summary>
    public static string Policy(IEnumerable<string> topicArns) => PolicyDocuments.Of(new JObject
    {
        ["Sid"] = "Publish",
        ["Effect"] = "Allow",
        ["Action"] = new JArray("sns:Publish"),
        ["Resource"] = new JArray(topicArns),
    });
}
