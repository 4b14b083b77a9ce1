using Infra.Core.Configuration;
using Infra.Core.Serving.Traffic;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>What a stack of models leaves to the platform under it, and what both have to say.</summary>
internal static class LayerRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        CheckBuckets(settings, problems);
        if (settings.Platform is not { } layer || problems.Cover(PlatformRules.Key("platform")))
        {
            return;
        }

        CheckRootVolumes(settings, layer, problems);
        if (layer.Stack is not { } stack)
        {
            return;
        }

        if (settings.Cluster.Eks is not null)
        {
            problems.Add(PlatformRules.Key("cluster.eks"), $"a stack of models makes no cluster; name that of '{stack}': cluster: {{existing: {{name: …, zones: …}}}}");
        }

        foreach (var (key, isSaid) in Clusterwide(settings))
        {
            if (isSaid && !problems.Cover(PlatformRules.Key(key)))
            {
                problems.Add(PlatformRules.Key(key), $"a cluster has it once, so it belongs into the configuration of '{stack}'; remove it here");
            }
        }

        foreach (var (path, what) in NeedsChange(settings))
        {
            if (!problems.Cover(path))
            {
                problems.Add(path, $"{what}, so it can't be said in a stack of models; serve it from '{stack}' itself");
            }
        }
    }

    private static IEnumerable<(string Key, bool IsSaid)> Clusterwide(PlatformSettings settings) =>
    [
        ("network", settings.Network is not null),
        ("systemPool", settings.SystemPool is not null),
        ("edgePools", !settings.EdgePools.IsEmpty),
        ("backup", settings.Backup is not null),
        ("chaos", settings.Chaos is not null),
        ("dns", settings.Dns != new DnsConfig()),
        ("security", settings.Security != new SecurityConfig()),
        ("containerRegistry.pullThrough", settings.ContainerRegistry is { PullThrough.IsEmpty: false }),
        ("storage.cache", settings.Storage.Cache is not null),
        ("traffic.hostedZone", settings.Traffic.HostedZone is not null),
        ("monitoring.stack", settings.Monitoring.Stack is not null),
        ("monitoring.logs", settings.Monitoring.Logs is not null),
        ("monitoring.dashboards", settings.Monitoring.Dashboards is not null),
        ("monitoring.alerting.receivers", !settings.Monitoring.Alerting.Receivers.IsEmpty),
    ];

    // Gateways and load balancers are made of the models that they lead to, and the role of KEDA of the queues that it asks.
    private static IEnumerable<(string Path, string What)> NeedsChange(PlatformSettings settings) =>
    [
        .. settings.Models.Select((model, i) => (Model: model, Path: PlatformRules.At("models", i)))
            .Where(one => one.Model.Expose is { Via: not ExposedBy.Ingress })
            .Select(one => (ConfigPath.Key(one.Path, "expose"), "gateways and load balancers are made of the models that they lead to")),
        .. settings.Models.Select((model, i) => (Model: model, Path: PlatformRules.At("models", i)))
            .Where(one => one.Model.Autoscaling?.Activation?.Queue is not null)
            .Select(one => (ConfigPath.Keys(one.Path, "autoscaling.activation.queue"), "the role of KEDA names the queues that it may ask")),
        .. settings.Jobs.Select((job, i) => (Job: job, Path: PlatformRules.At("jobs", i)))
            .Where(one => one.Job.Queue is not null)
            .Select(one => (ConfigPath.Key(one.Path, "queue"), "the role of KEDA names the queues that it may ask")),
    ];

    // The default follows from the pool's models, which the other stack doesn't know.
    private static void CheckRootVolumes(PlatformSettings settings, PlatformLayerConfig layer, ConfigProblems problems)
    {
        for (var i = 0; i < settings.Pools.Length; i++)
        {
            if (settings.Pools[i] is { ExistingNodes: null, LocalNvme: false, RootVolume: null } && !problems.Cover(PlatformRules.At("pools", i)))
            {
                problems.Add(
                    ConfigPath.Key(PlatformRules.At("pools", i), "rootVolume"),
                    $"missing; it would follow from the pool's models, but {(layer.Stack is { } stack ? $"'{stack}' makes the nodes" : "stacks of models have them")}: say the same size in both configurations");
            }
        }
    }

    private static void CheckBuckets(PlatformSettings settings, ConfigProblems problems)
    {
        for (var i = 0; i < settings.Storage.Buckets.Length; i++)
        {
            if (settings.Storage.Buckets[i].Platform && settings.Platform?.Stack is null && !problems.Cover(PlatformRules.At("storage.buckets", i)))
            {
                problems.Add(ConfigPath.Key(PlatformRules.At("storage.buckets", i), "platform"), "there is no other stack whose bucket it could be; name it by platform.stack, or remove the line");
            }
        }
    }
}
