using System.Globalization;
using Infra.Components.Shared;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi;
using Iam = Pulumi.Aws.Iam;
using Sqs = Pulumi.Aws.Sqs;

namespace Infra.Components.Batch;

/// <summary>The queue of a batch: encrypted, over TLS only, and what fails too often stays in a dead-letter queue.</summary>
internal sealed class WorkQueue
{
    // The longest that SQS keeps a message (SQS API reference, "SetQueueAttributes"): failures wait for somebody to look.
    private const int RetentionSeconds = 14 * 24 * 60 * 60;

    // A container that asks waits for a message instead of asking again at once; the longest that SQS allows.
    private const int WaitSeconds = 20;

    /// <summary>The queue.</summary>
    public Sqs.Queue Queue { get; }

    /// <summary>The queue of messages that failed.</summary>
    public Sqs.Queue DeadLetters { get; }

    /// <summary>What lets KEDA read the length of the queue.</summary>
    public Resource ScalerPolicy { get; }

    /// <summary>Declares queues and policies.</summary>
    public WorkQueue(ComponentResource parent, string name, WorkQueueArgs args, ComponentResourceOptions? options)
    {
        DeadLetters = new Sqs.Queue($"{name}-dead-letters", new Sqs.QueueArgs
        {
            MessageRetentionSeconds = RetentionSeconds,
            SqsManagedSseEnabled = true,
        }, Children.Root(parent, options));
        Queue = new Sqs.Queue($"{name}-queue", new Sqs.QueueArgs
        {
            MessageRetentionSeconds = RetentionSeconds,
            ReceiveWaitTimeSeconds = WaitSeconds,
            VisibilityTimeoutSeconds = args.VisibilitySeconds,
            SqsManagedSseEnabled = true,
            RedrivePolicy = DeadLetters.Arn.Apply(arn => Redrive(arn, args.MaxReceives)),
        }, Children.Root(parent, options));
        foreach (var (role, queue) in new[] { ("dead-letters", DeadLetters), ("queue", Queue) })
        {
            _ = new Sqs.QueuePolicy($"{name}-{role}-policy", new Sqs.QueuePolicyArgs
            {
                QueueUrl = queue.Url,
                Policy = queue.Arn.Apply(DenyWithoutTls),
            }, Children.Of(parent));
        }

        ScalerPolicy = new Iam.RolePolicy($"{name}-scaler-policy", new Iam.RolePolicyArgs
        {
            Role = args.ScalerRole,
            Policy = Queue.Arn.Apply(arn => Allow("ReadLength", arn, "sqs:GetQueueAttributes")),
        }, Children.Of(parent));
    }

    /// <summary>What the pods may do with the queue.</summary>
    public Output<string> ConsumerPolicy() =>
        Queue.Arn.Apply(arn => Allow("Work", arn, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"));

    private static string Redrive(string deadLetters, int maxReceives) =>
        new JObject { ["deadLetterTargetArn"] = deadLetters, ["maxReceiveCount"] = maxReceives.ToString(CultureInfo.InvariantCulture) }.ToString(Formatting.None);

    private static string Allow(string sid, string queueArn, params string[] actions) => PolicyDocuments.Of(new JObject
    {
        ["Sid"] = sid,
        ["Effect"] = "Allow",
        ["Action"] = new JArray(actions),
        ["Resource"] = queueArn,
    });

    private static string DenyWithoutTls(string queueArn) => PolicyDocuments.Of(new JObject
    {
        ["Sid"] = "DenyWithoutTls",
        ["Effect"] = "Deny",
        ["Principal"] = "*",
        ["Action"] = "sqs:*",
        ["Resource"] = queueArn,
        ["Condition"] = new JObject { ["Bool"] = new JObject { ["aws:SecureTransport"] = "false" } },
    });
}
