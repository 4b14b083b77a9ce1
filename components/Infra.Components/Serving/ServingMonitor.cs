using Infra.Components.Monitoring;
using Infra.Core.Monitoring;
using Infra.Core.Serving;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving;

/// <summary>Scraping of a model.</summary>
internal static class ServingMonitor
{
    /// <summary>The monitor's inputs.</summary>
    public static ServiceMonitorArgs For(
        MonitoringArgs args, RuntimeMetrics metrics, ServingLabels labels, Meta.ObjectMetaArgs metadata)
    {
        metadata.Labels = labels.FoundBy(args);
        return new ServiceMonitorArgs
        {
            Metadata = metadata,
            Spec = new ServiceMonitorSpecArgs
            {
                Selector = new Meta.LabelSelectorArgs { MatchLabels = labels.Selector },
                Endpoints =
                {
                    new ServiceMonitorEndpointArgs
                    {
                        Port = metrics.Port is null ? ServingPod.HttpPortName : ServingPod.MetricsPortName,
                        Path = metrics.Path,
                        Interval = Scrape.IntervalText,
                    },
                },
                PodTargetLabels = ModelPods.Label,
            },
        };
    }
}
