using Infra.Core.Configuration;
using Infra.Core.Monitoring;
using Infra.Core.Monitoring.Traces;
using Infra.Core.Serving;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of logs and traces.</summary>
internal static class LogAndTraceRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Monitoring.Logs is { } logs)
        {
            CheckLogs(PlatformRules.Key("monitoring.logs"), logs, settings, problems);
        }

        if (settings.Monitoring.Traces is not null)
        {
            for (var i = 0; i < settings.Models.Length; i++)
            {
                CheckModel(PlatformRules.At("models", i), settings.Models[i], problems);
            }
        }
    }

    private static void CheckLogs(string path, LogsConfig logs, PlatformSettings settings, ConfigProblems problems)
    {
        CheckNames(ConfigPath.Key(path, "excludedNamespaces"), logs.ExcludedNamespaces, problems);
        var isEks = settings.Cluster.Kubeconfig is null || problems.Cover(PlatformRules.Key("cluster"));
        if (logs.CloudWatch is { } cloudWatch)
        {
            var at = ConfigPath.Key(path, "cloudWatch");
            if (!isEks)
            {
                problems.Add(at, "Fluent Bit writes to it through EKS Pod Identity, which needs cluster.eks or cluster.existing; use loki on this cluster");
            }

            if (LogRetention.Problem(cloudWatch.RetentionDays) is { } retention)
            {
                problems.Add(ConfigPath.Key(at, "retentionDays"), retention);
            }
        }

        if (logs.Loki is { } loki)
        {
            var at = ConfigPath.Key(path, "loki");
            CheckNames(ConfigPath.Key(at, "readerNamespaces"), loki.ReaderNamespaces, problems);
            for (var i = 0; i < settings.Storage.Buckets.Length; i++)
            {
                if (settings.Storage.Buckets[i].Name == PlatformLogs.Bucket)
                {
                    problems.Add(ConfigPath.Key(PlatformRules.At("storage.buckets", i), "name"), $"'{PlatformLogs.Bucket}' is the bucket of monitoring.logs.loki; choose another name");
                }
            }

            if (!isEks && loki.Replicas > 1)
            {
                problems.Add(ConfigPath.Key(at, "replicas"), $"{loki.Replicas} pods can't share a volume, and there is a bucket on EKS only; run one pod");
            }
        }
    }

    private static void CheckNames(string path, IReadOnlyList<string> names, ConfigProblems problems)
    {
        for (var i = 0; i < names.Count; i++)
        {
            NamespaceRules.CheckName(ConfigPath.Index(path, i), names[i], problems);
        }
    }

    // Where a runtime has no traces, the variables are the user's own.
    private static void CheckModel(string path, ModelConfig model, ConfigProblems problems)
    {
        if (RuntimeTraces.Missing(model.Runtime, model.Backend, new RuntimeRequest { Model = model.Name }) is not null)
        {
            return;
        }

        foreach (var name in RuntimeTraces.Variables(model.Runtime).Where(model.Environment.ContainsKey).Order(StringComparer.Ordinal))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "environment"), name), "monitoring.traces sets it; remove it");
        }
    }
}
