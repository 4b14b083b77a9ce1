using System.Collections.Frozen;
using Infra.Components.Accelerators;
using Infra.Components.Backup;
using Infra.Components.Certificates;
using Infra.Components.Chaos;
using Infra.Components.Keda;
using Infra.Components.Monitoring.Logs;
using Infra.Components.Monitoring.Stack;
using Infra.Components.Monitoring.Traces;
using Infra.Components.Nodes;
using Infra.Components.Queues;
using Infra.Components.Security.ExternalSecrets;
using Infra.Components.Serving.KServe;
using Infra.Components.Serving.LeaderWorkerSets;
using Infra.Components.Serving.Ray;
using Infra.Components.Storage;
using Infra.Components.Traffic;
using Infra.Components.Traffic.Dns;
using Infra.Components.VerticalScaling;
using Infra.Core.Configuration;
using Infra.Core.Naming;

namespace Infra.Stacks.Rules;

/// <summary>Rules of the Kubernetes namespaces that the configuration names.</summary>
internal static class NamespaceRules
{
    // Namespaces of what the stack installs, asked for or not: whoever asks for it later would find a team in its place. A test holds them against what is rendered.
    private static readonly FrozenSet<string> _others = new[]
    {
        "default",
        NvidiaDevicePluginArgs.DefaultNamespace, AmdDevicePluginArgs.DefaultNamespace, GaudiDevicePluginArgs.DefaultNamespace, NeuronDevicePluginArgs.DefaultNamespace, EfaDevicePluginArgs.DefaultNamespace,
        GpuOperatorArgs.DefaultNamespace, DcgmExporterArgs.DefaultNamespace, HeadroomArgs.DefaultNamespace, ModelCacheArgs.DefaultFillerNamespace,
        CertManager.Namespace, KServeOperator.Namespace, KubeRayOperator.Namespace, LeaderWorkerSetOperator.Namespace, KueueOperator.Namespace, KedaOperator.Namespace, VerticalRecommender.Namespace,
        EnvoyGatewayController.Namespace, AiGatewayController.Namespace, ExternalDns.Namespace, ExternalSecretsOperator.Namespace,
        MonitoringStack.Namespace, MonitoringStack.NodeExporterNamespace, Loki.Namespace, FluentBit.Namespace, TraceCollector.Namespace,
        ClusterBackup.Namespace, ClusterBackup.CanaryNamespace, ClusterBackup.RestoreTestNamespace, ChaosMesh.Namespace,
    }.ToFrozenSet(StringComparer.Ordinal);

    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        CheckName(PlatformRules.Key("namespace"), settings.Namespace, problems);
        if (IsOfOthers(settings.Namespace, settings))
        {
            problems.Add(PlatformRules.Key("namespace"), $"'{settings.Namespace}' belongs to the cluster or to others; the stack owns its namespace, so name one of its own");
        }

        if (settings.Monitoring.PrometheusOperator is { } prometheus)
        {
            CheckName(PlatformRules.Key("monitoring.prometheusOperator.namespace"), prometheus.Namespace, problems);
            LabelRules.CheckLabels(PlatformRules.Key("monitoring.prometheusOperator.selectorLabels"), prometheus.SelectorLabels, problems);
        }

        for (var i = 0; i < settings.Models.Length; i++)
        {
            var clients = settings.Models[i].ClientNamespaces;
            for (var j = 0; j < clients.Length; j++)
            {
                CheckName(ConfigPath.Index(ConfigPath.Key(PlatformRules.At("models", i), "clientNamespaces"), j), clients[j], problems);
            }
        }
    }

    /// <summary>Adds a problem for a name that no namespace can have.</summary>
    public static void CheckName(string path, string name, ConfigProblems problems)
    {
        if (!problems.Cover(path) && NameRules.DnsLabel.Problem(name) is { } problem)
        {
            problems.Add(path, problem);
        }
    }

    /// <summary>Whether a namespace isn't the stack's to own.</summary>
    public static bool IsOfOthers(string name, PlatformSettings settings) =>
        name == settings.Monitoring.Operator?.Namespace || _others.Contains(name) || name.StartsWith("kube-", StringComparison.Ordinal);
}
