using Infra.Components.Monitoring;
using Infra.Components.Shared;
using Infra.Core.Serving;
using Pulumi;

namespace Infra.Components.RayClusters;

/// <summary>Metrics of Ray itself, from every pod of a cluster: what is asked of it, and what of its CPUs, GPUs and object store is in use (docs.ray.io, "System Metrics").</summary>
internal static class RayMonitor
{
    /// <summary>Declares the monitor where somebody scrapes.</summary>
    /// <param name="parent">The component.</param>
    /// <param name="name">Its name.</param>
    /// <param name="instance">What all pods have as label <c>app.kubernetes.io/instance</c>; a pod without the port, such as who submits a job, is passed over.</param>
    /// <param name="namespaceName">Their namespace.</param>
    /// <param name="scraping">How Prometheus finds it; null for nobody.</param>
    public static void Create(ComponentResource parent, string name, string instance, Input<string> namespaceName, ScrapingArgs? scraping)
    {
        if (scraping is not null)
        {
            _ = new PodMonitor($"{name}-monitor", PodMonitorArgs.Of(instance, namespaceName, ManagedBy.Instance(instance), RayPorts.Metrics, "/metrics", scraping), Children.Of(parent));
        }
    }
}
