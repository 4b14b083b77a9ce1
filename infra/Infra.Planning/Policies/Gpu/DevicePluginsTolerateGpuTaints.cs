using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>The daemons that announce GPUs may run where the GPUs are.</summary>
internal sealed class DevicePluginsTolerateGpuTaints : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU007",
        PolicySeverity.Error,
        "The device plugin tolerates the taints of every GPU pool",
        "The plugin is kept off by the taint that protects the GPUs: its DaemonSet wants 0 pods, no node ever announces a GPU, and every GPU pod waits for ever. The chart's node feature discovery tolerates the value 'present' only.",
        "NVIDIA/k8s-device-plugin #1934, #68, #421");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var plugins = DevicePlugins.Of(context).ToList();
        return plugins.Count == 0 ? [] : context.Pools.Where(pool => pool.HasNvidia && pool.BringsDevicePlugin != true).SelectMany(pool => Of(pool, plugins));
    }

    private static List<Verdict> Of(PolicyPool pool, List<DevicePlugins> plugins)
    {
        if (pool.IsHidden)
        {
            return [pool.Subject.NotKnown(pool.TaintField)];
        }

        var all = plugins.Select(plugin => Problems(pool, plugin).ToList()).ToList();
        return all.Any(problems => problems.Count == 0) ? [] : all[0];
    }

    private static IEnumerable<Verdict> Problems(PolicyPool pool, DevicePlugins plugin) =>
        from daemon in plugin.Daemons
        from verdict in daemon.At.IsHidden || daemon.At.Items.Any(toleration => toleration.IsHidden)
            ? [plugin.Subject.NotKnown(daemon.At)]
            : pool.Taints.Where(taint => taint.Binds && !daemon.Tolerations.Any(toleration => toleration.Covers(taint)))
                .Select(taint => plugin.Subject.Finding(daemon.At, $"{daemon.Pods} doesn't tolerate {taint} of {pool.Name}, so its GPUs are never announced; tolerate the key {taint.Key} with operator Exists"))
        select verdict;
}
