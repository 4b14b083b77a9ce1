using Infra.Components.Footprints;
using Infra.Components.Monitoring.Traces;
using Infra.Components.Serving;
using Infra.Core.Configuration;
using Infra.Core.Footprints;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>Who takes the traces of models, where the environment asks for it.</summary>
internal static class PlatformTraces
{
    /// <summary>Declares the collector.</summary>
    public static void Create(PlatformSettings settings, PlatformCluster cluster, Providers providers, PlatformExternalSecrets? external)
    {
        if (settings.Monitoring.Traces is not { } traces)
        {
            return;
        }

        var header = traces.Header?.ToArgs(settings.Security.ExternalSecrets?.TracesHeader?.ToArgs());
        _ = new TraceCollector("trace-collector", new TraceCollectorArgs
        {
            Endpoint = traces.Endpoint,
            Protocol = WireNames.Name(traces.Protocol),
            Header = header,
            SampleRatio = traces.SampleRatio,
            Replicas = traces.Replicas,
            ClientNamespaces = [.. settings.Namespaces],
            Scraping = settings.Monitoring.Scraping(),
            PrometheusNamespace = settings.Monitoring.Operator?.Namespace,
        }, providers.Component([.. cluster.Ready, .. header?.Entry is null ? Array.Empty<Resource>() : [external!.Operator]]));
    }

    /// <summary>Where models send their traces; null for nowhere.</summary>
    public static TracesArgs? Of(PlatformSettings settings) => settings.Monitoring.Traces is null
        ? null
        : new TracesArgs { Host = TraceCollector.Host, Port = TraceCollector.Port, Namespace = TraceCollector.Namespace };

    /// <summary>The pods of the settings.</summary>
    public static IEnumerable<PodFootprint> Footprints(PlatformSettings settings) => settings.Monitoring.Traces is { } traces ? [ControllerFootprints.TraceCollector(traces.Replicas)] : [];
}
