using Newtonsoft.Json.Linq;
using Pulumi;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Kms = Pulumi.Aws.Kms;

namespace Infra.Components.Shared;

/// <summary>A log group with a retention and a KMS key of its own, as children of a component.</summary>
internal static class EncryptedLogGroup
{
    // The most that KMS allows: time to notice that logs are still wanted.
    private const int KeyDeletionDays = 30;

    /// <summary>Declares <c>NAME-key</c> and <c>NAME</c>.</summary>
    /// <param name="parent">The component.</param>
    /// <param name="name">Logical name of the log group.</param>
    /// <param name="spec">What it is.</param>
    /// <param name="options">Options of the component.</param>
    public static CloudWatch.LogGroup Create(ComponentResource parent, string name, EncryptedLogGroupSpec spec, ComponentResourceOptions? options)
    {
        var key = new Kms.Key($"{name}-key", new Kms.KeyArgs
        {
            Description = $"Encrypts the log group {spec.LogGroupName}",
            EnableKeyRotation = true,
            DeletionWindowInDays = KeyDeletionDays,
            Policy = KeyPolicy(spec),
        }, Keep(spec, Children.Root(parent, options)));
        return new CloudWatch.LogGroup(name, new CloudWatch.LogGroupArgs
        {
            Name = spec.LogGroupName,
            RetentionInDays = spec.RetentionDays,
            KmsKeyId = key.Arn,
            LogGroupClass = spec.InfrequentAccess ? (Input<string>)"INFREQUENT_ACCESS" : null,
        }, Keep(spec, Children.Of(parent)));
    }

    private static CustomResourceOptions Keep(EncryptedLogGroupSpec spec, CustomResourceOptions options)
    {
        if (spec.Protect)
        {
            options.Protect = true;
            options.RetainOnDelete = true;
        }

        return options;
    }

    // CloudWatch Logs user guide, "Encrypt log data using AWS KMS": the service may use the key for this log group alone.
    private static string KeyPolicy(EncryptedLogGroupSpec spec) => PolicyDocuments.Of(
        new JObject
        {
            ["Sid"] = "AccountByIamPolicies",
            ["Effect"] = "Allow",
            ["Principal"] = new JObject { ["AWS"] = $"arn:aws:iam::{spec.AccountId}:root" },
            ["Action"] = "kms:*",
            ["Resource"] = "*",
        },
        new JObject
        {
            ["Sid"] = "CloudWatchLogs",
            ["Effect"] = "Allow",
            ["Principal"] = new JObject { ["Service"] = $"logs.{spec.Region}.amazonaws.com" },
            ["Action"] = new JArray("kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"),
            ["Resource"] = "*",
            ["Condition"] = new JObject
            {
                ["ArnEquals"] = new JObject
                {
                    ["kms:EncryptionContext:aws:logs:arn"] = $"arn:aws:logs:{spec.Region}:{spec.AccountId}:log-group:{spec.LogGroupName}",
                },
            },
        });
}
