using Infra.Components.Keda;
using Infra.Stacks.Configuration;
using Infra.Stacks.Layers;

namespace Infra.Stacks.Clusters;

/// <summary>KEDA, where a model or a batch is scaled by it; a cluster has one.</summary>
internal static class PlatformKeda
{
    /// <summary>Declares KEDA.</summary>
    /// <returns>What everything that KEDA scales has to wait for; null where nothing is.</returns>
    public static KedaOperator? Create(PlatformSettings settings, PlatformCluster cluster, Providers providers) => IsNeeded(settings)
        ? new KedaOperator(
            "keda",
            new KedaOperatorArgs
            {
                ClusterName = cluster.EksName,
                PrometheusWorkspaceArn = SharedParts.Offers(settings, SharedPart.Keda) || settings.Models.Any(ModelScaling.AsksPrometheus) ? settings.Monitoring.Prometheus?.AmazonWorkspace : null,
                QueueArns = [.. ModelScaling.Queues(settings)],
                Scraping = settings.Monitoring.Scraping(),
            },
            providers.Component([.. cluster.Ready]))
        : null;

    /// <summary>Whether anything is scaled by KEDA.</summary>
    public static bool IsNeeded(PlatformSettings settings) => settings.Jobs.Any(job => job.Queue is not null) || SharedParts.Has(settings, SharedPart.Keda);
}
