using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Who may send to Karpenter's queue: EventBridge, over TLS only.</summary>
internal static class InterruptionQueuePolicy
{
    /// <summary>The policy of the queue with this ARN.</summary>
    public static string For(string queueArn) => PolicyDocuments.Of(
        new JObject
        {
            ["Sid"] = "EventBridge",
            ["Effect"] = "Allow",
            ["Principal"] = new JObject { ["Service"] = new JArray("events.amazonaws.com", "sqs.amazonaws.com") },
            ["Action"] = "sqs:SendMessage",
            ["Resource"] = queueArn,
        },
        new JObject
        {
            ["Sid"] = "DenyPlainHttp",
            ["Effect"] = "Deny",
            ["Principal"] = "*",
            ["Action"] = "sqs:*",
            ["Resource"] = queueArn,
            ["Condition"] = new JObject { ["Bool"] = new JObject { ["aws:SecureTransport"] = "false" } },
        });
}
