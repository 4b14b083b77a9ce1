using System.Collections.Immutable;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>Alerts that belong together: one object in the cluster.</summary>
/// <param name="Name">Name, fit for an object.</param>
/// <param name="Groups">Its groups, each with rules.</param>
public sealed record AlertFamily(string Name, ImmutableArray<RuleGroup> Groups)
{
    /// <summary>The families of a platform, those that have anything to say.</summary>
    /// <param name="platform">The platform.</param>
    public static ImmutableArray<AlertFamily> Of(AlertedPlatform platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return [.. All(platform).Select(family => family with { Groups = [.. family.Groups.Where(group => !group.Rules.IsEmpty)] }).Where(family => !family.Groups.IsEmpty)];
    }

    private static IEnumerable<AlertFamily> All(AlertedPlatform platform)
    {
        var sources = platform.Sources;
        yield return Family("gpu-health", sources.Gpus, () => [GpuHealthAlerts.Group]);
        yield return Family("gpu-pools", sources.PoolLabels, () => platform.Pools.Select(pool => GpuPoolAlerts.Of(pool, sources.Gpus)));
        yield return Family("gpu-use", sources is { Gpus: true, PoolLabels: true }, () => platform.Pools.Where(pool => pool.HasNvidiaGpus).Select(pool => GpuUseAlerts.Of(pool, platform.HolderNamespace)));
        yield return Family("nodes", sources.KubeState, () => [NodeAlerts.Group(sources.NodeAgent)]);
        yield return Family("node-autoscaler", sources.ClusterAutoscaler || sources.Karpenter, () => [sources.Karpenter ? NodeAutoscalerAlerts.Karpenter : NodeAutoscalerAlerts.ClusterAutoscaler]);
        yield return Family("jobs", sources.KubeState && !platform.JobNamespaces.IsEmpty, () => [JobAlerts.Of(platform.JobNamespaces)]);
        yield return Family("storage", true, () =>
        [
            .. sources.Kubelet ? [StorageAlerts.Volumes] : Array.Empty<RuleGroup>(),
            .. sources.KubeState ? [StorageAlerts.Claims] : Array.Empty<RuleGroup>(),
            .. sources.KubeState && platform.CacheNamespace is { } cache ? [StorageAlerts.Cache(cache)] : Array.Empty<RuleGroup>(),
        ]);
        yield return Family("backup", platform.Backup is not null, () => [BackupAlerts.Of(platform.Backup!)]);
        yield return Family("telemetry", true, () =>
        [
            .. sources.FluentBit ? [TelemetryAlerts.Logs] : Array.Empty<RuleGroup>(),
            .. sources.Loki ? [TelemetryAlerts.Loki] : Array.Empty<RuleGroup>(),
            .. sources.Collector ? [TelemetryAlerts.Traces] : Array.Empty<RuleGroup>(),
        ]);
    }

    private static AlertFamily Family(string name, bool isThere, Func<IEnumerable<RuleGroup>> groups) => new(name, isThere ? [.. groups()] : []);
}
