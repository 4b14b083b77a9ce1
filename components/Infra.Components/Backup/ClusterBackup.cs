using Infra.Components.Helm;
using Infra.Components.Identity;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Backup;

/// <summary>Velero: keeps the objects of a cluster that neither Pulumi nor Helm makes, and tries what it kept.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace              namespace that holds its pods to the security level restricted
/// NAME-role                   IAM role of the server, with policy and association
/// NAME-release                Helm release, with the custom resource definitions
/// NAME-schedule               when, and what is kept
/// NAME-restore-test-*         optional: namespace, ConfigMaps, identity and CronJob of the restore test
/// </code>
/// Velero is an administrator of the cluster: it has to read and write objects of every kind.
/// </remarks>
public sealed class ClusterBackup : ComponentResource
{
    /// <summary>Namespace of Velero.</summary>
    public const string Namespace = VeleroValues.Namespace;

    /// <summary>Namespace of the object by which restores are tried.</summary>
    public const string CanaryNamespace = RestoreTest.Canary;

    /// <summary>Namespace into which it is restored.</summary>
    public const string RestoreTestNamespace = RestoreTest.Name;

    /// <summary>Name of the CronJob that tries the last backup.</summary>
    public const string RestoreTestName = RestoreTest.Name;

    /// <summary>Name of the schedule, for restores of its last backup.</summary>
    public const string ScheduleName = "scheduled";

    private static readonly string[] _owners = ["pulumi", "Helm"];

    // What makes itself again, or tells only of the cluster that it came from.
    private static readonly string[] _passing =
    [
        "events", "events.events.k8s.io", "pods", "replicasets.apps", "endpoints", "endpointslices.discovery.k8s.io", "leases.coordination.k8s.io", "nodes", "persistentvolumes", "controllerrevisions.apps",
    ];

    /// <summary>Declares namespace, role, release and schedule.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public ClusterBackup(string name, ClusterBackupArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ClusterBackup, name, args, options)
    {
        Check(name, args);
        var own = RestrictedNamespace.Create($"{name}-namespace", VeleroValues.Namespace, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        // A pod gets its credentials at its start only, so that the association comes before it.
        var association = PodIdentity.Declare(this, name, new PodIdentityRoleArgs
        {
            ClusterName = args.ClusterName,
            Namespace = namespaceName,
            ServiceAccount = VeleroValues.ServiceAccount,
            Policy = args.BucketPolicy,
        }, options).Association;
        var release = new Release($"{name}-release", HelmReleases.Of(Pins.Velero, namespaceName, VeleroValues.For(args)), Children.Root(this, options, association));
        var schedule = new VeleroSchedule($"{name}-schedule", new VeleroScheduleArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = ScheduleName, Namespace = namespaceName, Labels = ManagedBy.Owned },
            Spec = Schedule(args),
        }, Children.Of(this, release));
        if (args.RestoreTestCron is { } cron)
        {
            RestoreTest.Create(this, name, namespaceName, cron, args.TimeZone, schedule, args.ImageCache, options);
        }

        RegisterOutputs();
    }

    private static VeleroScheduleSpecArgs Schedule(ClusterBackupArgs args) => new()
    {
        Schedule = $"CRON_TZ={args.TimeZone} {args.Cron}",
        Template = new VeleroBackupSpecArgs
        {
            Ttl = $"{args.RetentionDays * 24}h0m0s",
            // Pulumi and Helm make theirs again, as they should be now and not as they were then.
            LabelSelector = new Meta.LabelSelectorArgs
            {
                MatchExpressions = { new Meta.LabelSelectorRequirementArgs { Key = "app.kubernetes.io/managed-by", Operator = "NotIn", Values = _owners } },
            },
            IncludeClusterResources = true,
            ExcludedNamespaces = new[] { VeleroValues.Namespace },
            ExcludedResources = _passing,
            SnapshotVolumes = false,
        },
    };

    private void Check(string name, ClusterBackupArgs args)
    {
        var problems = new ConfigProblems();
        PodIdentity.Check(name, problems);
        foreach (var (key, cron) in new[] { ("cron", args.Cron), ("restoreTestCron", args.RestoreTestCron) })
        {
            if (cron is not null && CronSchedule.Problem(cron) is { } problem)
            {
                problems.Add(ConfigPath.Key(name, key), problem);
            }
        }

        if (args.RetentionDays < 1)
        {
            problems.Add(ConfigPath.Key(name, "retentionDays"), $"{args.RetentionDays} is less than 1");
        }

        problems.ThrowAt(this, ComponentTypes.ClusterBackup);
    }
}
