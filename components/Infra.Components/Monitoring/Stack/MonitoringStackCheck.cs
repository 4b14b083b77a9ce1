using Infra.Components.Identity;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Components.Monitoring.Stack;

/// <summary>What is wrong with the arguments of a <see cref="MonitoringStack"/>.</summary>
internal static class MonitoringStackCheck
{
    private static readonly ByteSize _leastRoom = ByteSize.FromGibibytes(1);

    /// <summary>Throws if anything is wrong.</summary>
    public static void Check(MonitoringStack stack, string name, MonitoringStackArgs args)
    {
        var problems = new ConfigProblems();
        CheckServer(ConfigPath.Key(name, "prometheus"), args.Prometheus, problems);
        if (args.Alertmanager is { Replicas: < 1 or > 3 } alertmanager)
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(name, "alertmanager"), "replicas"), $"{alertmanager.Replicas} isn't 1 to 3");
        }

        CheckIdentity(name, "remoteWrite", args.RemoteWrite is not null, $"{name}-prometheus", args, problems);
        CheckIdentity(name, "alertmanager.snsTopicArns", args.Alertmanager?.SnsTopicArns.Count > 0, $"{name}-alertmanager", args, problems);
        problems.ThrowAt(stack, ComponentTypes.MonitoringStack);
    }

    private static void CheckServer(string path, PrometheusServerArgs server, ConfigProblems problems)
    {
        if (server.Replicas is < 1 or > 2)
        {
            problems.Add(ConfigPath.Key(path, "replicas"), $"{server.Replicas} isn't 1 or 2");
        }

        if (!GoDuration.TryParse(server.Retention, out var retention) || retention.WholeSeconds < 2 * 3600)
        {
            problems.Add(ConfigPath.Key(path, "retention"), $"'{server.Retention}' is no duration of 2h or more, which is a block of Prometheus");
        }

        if (!ByteSize.TryParse(server.Size, out var size) || size < _leastRoom)
        {
            problems.Add(ConfigPath.Key(path, "size"), $"'{server.Size}' is no size of {_leastRoom} or more");
        }

        if (server.CpuQuantity.Millicores < 1)
        {
            problems.Add(ConfigPath.Key(path, "cpu"), $"'{server.Cpu}' is no CPU such as 500m");
        }

        if (server.MemorySize < ByteSize.FromMebibytes(256))
        {
            problems.Add(ConfigPath.Key(path, "memory"), $"'{server.Memory}' is no size of 256Mi or more");
        }

        if (server is { Ephemeral: true, StorageClass: not null })
        {
            problems.Add(ConfigPath.Key(path, "storageClass"), "set together with ephemeral, which has no volume; remove one of them");
        }
    }

    private static void CheckIdentity(string name, string key, bool isNeeded, string role, MonitoringStackArgs args, ConfigProblems problems)
    {
        if (isNeeded && args.ClusterName is null)
        {
            problems.Add(ConfigPath.Key(name, "clusterName"), $"missing; {key} needs an identity in AWS, which only pods of an EKS cluster have");
        }

        if (isNeeded)
        {
            PodIdentity.Check(role, problems);
        }
    }
}
