using Infra.Components.Helm;
using Infra.Components.Identity;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Units;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Networking.V1;

namespace Infra.Components.Monitoring.Logs;

/// <summary>Loki: keeps logs, in a bucket of S3 or on a volume, and answers who asks for them. One per cluster.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace     namespace that holds its pods to the security level restricted
/// NAME-access        NetworkPolicy: who sends logs and asks for them, and what the pods reach
/// NAME-role          optional: IAM role of the pods: may read and write their bucket only
/// NAME-policy        optional
/// NAME-association   optional
/// NAME-release       Helm release
/// </code>
/// Logs end by Loki's own compactor, which deletes what is older than the retention; a bucket with versions has to end those by itself. Loki asks nobody who he is:
/// whoever reaches it reads all logs, so that only the named namespaces do.
/// </remarks>
public sealed class Loki : ComponentResource
{
    /// <summary>Host of the Service inside the cluster.</summary>
    public const string Host = $"{LokiValues.Name}.{LokiValues.Namespace}.svc";

    /// <summary>Its port.</summary>
    public const int Port = LokiValues.HttpPort;

    /// <summary>Its namespace.</summary>
    public const string Namespace = LokiValues.Namespace;

    /// <summary>Declares role and release.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public Loki(string name, LokiArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.Loki, name, args, options)
    {
        Check(name, args);
        var own = RestrictedNamespace.Create($"{name}-namespace", Namespace, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        var access = new NetworkPolicy($"{name}-access", LokiNetworkPolicy.For(args, namespaceName), Children.Of(this));
        Resource[] before = [access];
        if (args.Bucket is { } bucket)
        {
            var identity = PodIdentity.Declare(this, name, new PodIdentityRoleArgs
            {
                ClusterName = bucket.ClusterName,
                Namespace = namespaceName,
                ServiceAccount = LokiValues.ServiceAccount,
                Policy = bucket.Policy,
            }, options);
            before = [access, identity.Association];
        }

        _ = new Release($"{name}-release", HelmReleases.Of(Pins.Loki, namespaceName, LokiValues.For(args)), Children.Root(this, options, before));
        RegisterOutputs();
    }

    private void Check(string name, LokiArgs args)
    {
        var problems = new ConfigProblems();
        if (args.Bucket is not null)
        {
            PodIdentity.Check(name, problems);
        }

        if (args.RetentionDays < 1)
        {
            problems.Add(ConfigPath.Key(name, "retentionDays"), $"{args.RetentionDays} is less than 1");
        }

        if (args.Replicas is < 1 or 2)
        {
            problems.Add(ConfigPath.Key(name, "replicas"), $"{args.Replicas} pods outlive the loss of one no better than 1 does; use 1, or 3 and more");
        }

        if (args is { Bucket: null, Replicas: > 1 })
        {
            problems.Add(ConfigPath.Key(name, "replicas"), $"{args.Replicas} pods can't share a volume; give them a bucket, or run one pod");
        }

        if (args.SenderNamespaces.Count == 0)
        {
            problems.Add(ConfigPath.Key(name, "senderNamespaces"), "is empty; without a sender there are no logs");
        }

        foreach (var (key, size) in new[] { ("volumeSize", args.VolumeSize), ("memory", args.Memory) })
        {
            if (!ByteSize.TryParse(size, out var bytes) || bytes.Bytes == 0)
            {
                problems.Add(ConfigPath.Key(name, key), $"'{size}' is no size; allowed: {ByteSize.AllowedForm}");
            }
        }

        problems.ThrowAt(this, ComponentTypes.Loki);
    }
}
