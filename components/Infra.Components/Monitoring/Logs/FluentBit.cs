using Infra.Components.Helm;
using Infra.Components.Identity;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Monitoring;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Networking.V1;

namespace Infra.Components.Monitoring.Logs;

/// <summary>Fluent Bit on every node: reads the logs of all containers and sends them to <see cref="Loki"/> or to CloudWatch Logs. One per cluster.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace     namespace whose pods may be privileged: they read files of their node
/// NAME-access        NetworkPolicy: who asks for its metrics, and what the pods reach
/// NAME-logs-key      optional: KMS key of the log group
/// NAME-logs          optional: the log group
/// NAME-role          optional: IAM role of the pods: may write to this log group only
/// NAME-policy        optional
/// NAME-association   optional
/// NAME-release       Helm release: a daemon set on every node, whatever its taints
/// </code>
/// What can't be sent waits on the node's own disk, at most 1 GB; a node that ends takes it along.
/// </remarks>
public sealed class FluentBit : ComponentResource
{
    /// <summary>Its namespace.</summary>
    public const string Namespace = FluentBitValues.Namespace;

    /// <summary>Name of the log group; empty without one.</summary>
    [Output("logGroupName")]
    public Output<string> LogGroupName { get; }

    /// <summary>Declares log group, role and release.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public FluentBit(string name, FluentBitArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.FluentBit, name, args, options)
    {
        Check(name, args);
        var own = PrivilegedNamespace.Create($"{name}-namespace", Namespace, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        var access = new NetworkPolicy($"{name}-access", FluentBitNetworkPolicy.For(args, namespaceName), Children.Of(this));
        Resource[] before = [access];
        LogGroupName = Output.Create("");
        if (args.CloudWatch is { } cloudWatch)
        {
            var group = EncryptedLogGroup.Create(this, $"{name}-logs", new EncryptedLogGroupSpec(cloudWatch.LogGroupName, cloudWatch.RetentionDays, cloudWatch.Region, cloudWatch.AccountId)
            {
                InfrequentAccess = cloudWatch.InfrequentAccess,
                Protect = cloudWatch.Protect,
            }, options);
            LogGroupName = group.Name;
            var identity = PodIdentity.Declare(this, name, new PodIdentityRoleArgs
            {
                ClusterName = cloudWatch.ClusterName,
                Namespace = namespaceName,
                ServiceAccount = FluentBitValues.ServiceAccount,
                Policy = group.Arn.Apply(FluentBitPolicy.Writes),
            }, options);
            before = [access, group, identity.Association];
        }

        _ = new Release($"{name}-release", HelmReleases.Of(Pins.FluentBit, namespaceName, FluentBitValues.For(args)), Children.Root(this, options, before));
        RegisterOutputs();
    }

    private void Check(string name, FluentBitArgs args)
    {
        var problems = new ConfigProblems();
        if (args.CloudWatch is { } cloudWatch)
        {
            PodIdentity.Check(name, problems);
            if (LogRetention.Problem(cloudWatch.RetentionDays) is { } retention)
            {
                problems.Add($"{name}.cloudWatch.retentionDays", retention);
            }
        }

        if (args is { Scraping: not null, PrometheusNamespace: null })
        {
            problems.Add(ConfigPath.Key(name, "prometheusNamespace"), "missing; the network policy lets nobody else ask for metrics");
        }

        problems.ThrowAt(this, ComponentTypes.FluentBit);
    }
}
