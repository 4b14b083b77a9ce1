using Infra.Components.Monitoring;

namespace Infra.Components.Helm;

/// <summary>The values of charts that say whether they bring a <c>ServiceMonitor</c>, in the form most charts share.</summary>
internal static class HelmMonitors
{
    /// <summary>The values. Off is said too: some charts make one by default, which fails where the Prometheus operator's definitions are missing.</summary>
    /// <param name="scraping">How Prometheus finds it; null where nothing scrapes.</param>
    public static Dictionary<string, object> Of(ScrapingArgs? scraping) => scraping is null
        ? new() { ["enabled"] = false }
        : new() { ["enabled"] = true, ["interval"] = scraping.Interval, ["additionalLabels"] = Labels(scraping) };

    /// <summary>The same for an exporter that tells of the node it runs on: its series get the label <c>node</c>, by which rules join them with what Kubernetes tells of nodes.</summary>
    /// <param name="scraping">How Prometheus finds it; null where nothing scrapes.</param>
    public static Dictionary<string, object> OfNode(ScrapingArgs? scraping)
    {
        var monitor = Of(scraping);
        if (scraping is not null)
        {
            monitor["relabelings"] = new object[]
            {
                new Dictionary<string, object> { ["sourceLabels"] = new object[] { "__meta_kubernetes_pod_node_name" }, ["targetLabel"] = "node" },
            };
        }

        return monitor;
    }

    /// <summary>The labels by which Prometheus selects it, for charts of another form.</summary>
    public static Dictionary<string, object> Labels(ScrapingArgs scraping) => scraping.SelectorLabels.ToDictionary(label => label.Key, object (label) => label.Value);
}
