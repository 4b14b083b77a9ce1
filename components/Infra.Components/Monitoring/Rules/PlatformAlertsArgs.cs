using Infra.Components.Backup;
using Infra.Core.Monitoring.Alerts;
using Pulumi;

namespace Infra.Components.Monitoring.Rules;

/// <summary>Inputs of <see cref="PlatformAlerts"/>.</summary>
public sealed class PlatformAlertsArgs : ResourceArgs
{
    /// <summary>Namespace of the rules: one that Prometheus reads rules of. Must exist.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Labels by which Prometheus selects rules. Default: none.</summary>
    [Input("selectorLabels")]
    public Dictionary<string, string> SelectorLabels { get; init; } = [];

    /// <summary>Address of the folder of runbooks, for links in alerts. Default: none, and alerts name the page's path in the repository.</summary>
    [Input("runbooks")]
    public string? Runbooks { get; init; }

    /// <summary>Pools with accelerators whose nodes carry our label of pools. Default: none.</summary>
    [Input("pools")]
    public List<AlertedPoolArgs> Pools { get; init; } = [];

    /// <summary>Namespaces of jobs and trainings. Default: none.</summary>
    [Input("jobNamespaces")]
    public List<string> JobNamespaces { get; init; } = [];

    /// <summary>Namespace of the pods that hold room on pools, and are idle on purpose. Default: that of <see cref="Nodes.Headroom"/>.</summary>
    [Input("holderNamespace")]
    public string HolderNamespace { get; init; } = Nodes.HeadroomArgs.DefaultNamespace;

    /// <summary>Namespace of the pods that fill caches of models. Default: none.</summary>
    [Input("cacheNamespace")]
    public string? CacheNamespace { get; init; }

    /// <summary>Most hours from one backup of Velero to the next; Velero has to be read, and its restore test to be there. Default: null, there is no Velero.</summary>
    [Input("backupPauseHours")]
    public int? BackupPauseHours { get; init; }

    /// <summary>Who tells Prometheus something, beside kube-state-metrics and the kubelets. Default: nobody.</summary>
    [Input("sources")]
    public AlertSourcesArgs Sources { get; init; } = new();

    internal AlertedPlatform ToPlatform() => new()
    {
        Pools = [.. Pools.Select(pool => pool.ToPool())],
        JobNamespaces = [.. JobNamespaces],
        HolderNamespace = HolderNamespace,
        CacheNamespace = CacheNamespace,
        Backup = BackupPauseHours is { } hours ? new AlertedBackup(ClusterBackup.Namespace, ClusterBackup.ScheduleName, hours, ClusterBackup.RestoreTestName) : null,
        Sources = Sources.ToSources(),
    };
}
