using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Backup;

/// <summary>Inputs of <see cref="VeleroSchedule"/>.</summary>
public sealed class VeleroScheduleArgs() : CustomResourceArgs("velero.io/v1", "Schedule")
{
    /// <summary>When, and what is kept.</summary>
    [Input("spec", required: true)]
    public required Input<VeleroScheduleSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="VeleroSchedule"/>.</summary>
public sealed class VeleroScheduleSpecArgs : ResourceArgs
{
    /// <summary>A cron expression of five fields, in the time zone of Velero's pod, which is UTC; <c>CRON_TZ=ZONE</c> before it names another.</summary>
    [Input("schedule", required: true)]
    public required Input<string> Schedule { get; init; }

    /// <summary>Each backup.</summary>
    [Input("template", required: true)]
    public required Input<VeleroBackupSpecArgs> Template { get; init; }
}

/// <summary>What a backup holds.</summary>
public sealed class VeleroBackupSpecArgs : ResourceArgs
{
    /// <summary>How long it is kept, e.g. <c>720h0m0s</c>.</summary>
    [Input("ttl", required: true)]
    public required Input<string> Ttl { get; init; }

    /// <summary>Objects that it holds; those of every namespace and of none.</summary>
    [Input("labelSelector", required: true)]
    public required Input<LabelSelectorArgs> LabelSelector { get; init; }

    /// <summary>Whether objects without a namespace are in it.</summary>
    [Input("includeClusterResources", required: true)]
    public required Input<bool> IncludeClusterResources { get; init; }

    /// <summary>Namespaces that are left out.</summary>
    [Input("excludedNamespaces", required: true)]
    public required InputList<string> ExcludedNamespaces { get; init; }

    /// <summary>Kinds that are left out.</summary>
    [Input("excludedResources", required: true)]
    public required InputList<string> ExcludedResources { get; init; }

    /// <summary>Whether disks are kept too.</summary>
    [Input("snapshotVolumes", required: true)]
    public required Input<bool> SnapshotVolumes { get; init; }
}
