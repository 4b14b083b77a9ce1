using Infra.Components.Helm;
using Pulumi;

namespace Infra.Components.Monitoring.Stack;

/// <summary>Values of the Prometheus server.</summary>
internal static class PrometheusValues
{
    // Amazon Managed Prometheus keeps one of two servers' samples by these two labels (its user guide, "Deduplicating high availability metrics").
    private const string ReplicaLabel = "__replica__";

    // The log and the blocks in work aren't counted by Prometheus' limit (prometheus.io, "Storage", "Operational aspects": 80 to 85 %).
    private const int UsedPercent = 80;

    /// <summary>Its values.</summary>
    /// <param name="args">Arguments of the stack.</param>
    /// <param name="remoteWrite">Address of the workspace; null for none.</param>
    public static Dictionary<string, object> Of(MonitoringStackArgs args, Output<string>? remoteWrite)
    {
        var server = args.Prometheus;
        var spec = new Dictionary<string, object>
        {
            ["replicas"] = server.Replicas,
            ["retention"] = server.Retention,
            ["retentionSize"] = $"{(server.RoomSize.Bytes >> 20) * UsedPercent / 100}MiB",
            ["scrapeInterval"] = Core.Monitoring.Scrape.IntervalText,
            ["evaluationInterval"] = Core.Monitoring.Scrape.IntervalText,
            // Prometheus keeps its memory below nine tenths of the limit by itself (GOMEMLIMIT; flag auto-gomemlimit.ratio).
            ["resources"] = HelmScheduling.Resources(server.CpuQuantity, server.MemorySize, server.MemorySize),
            ["storageSpec"] = Storage(server),
            ["topologySpreadConstraints"] = HelmScheduling.Spread(StackNames.PrometheusPods),
        };
        foreach (var kind in new[] { "rule", "serviceMonitor", "podMonitor", "probe", "scrapeConfig" })
        {
            // Else only objects with the release's label would be found; empty selectors find all, in every namespace.
            spec[$"{kind}SelectorNilUsesHelmValues"] = false;
        }

        if (!server.Ephemeral)
        {
            spec["persistentVolumeClaimRetentionPolicy"] = new Dictionary<string, object> { ["whenDeleted"] = server.Retain ? "Retain" : "Delete", ["whenScaled"] = "Retain" };
        }

        if (args.ExternalLabels.Count > 0)
        {
            spec["externalLabels"] = args.ExternalLabels.ToDictionary(label => label.Key, object (label) => label.Value);
        }

        if (remoteWrite is not null)
        {
            spec["replicaExternalLabelName"] = ReplicaLabel;
            spec["remoteWrite"] = new object[]
            {
                new Dictionary<string, object> { ["url"] = remoteWrite, ["sigv4"] = new Dictionary<string, object> { ["region"] = args.RemoteWrite!.Region } },
            };
        }

        return new Dictionary<string, object>
        {
            ["podDisruptionBudget"] = Budget(server.Replicas),
            ["prometheusSpec"] = spec,
        };
    }

    /// <summary>Of several pods a drain takes one after the other. One alone has no budget, which would hold up every drain.</summary>
    public static Dictionary<string, object> Budget(int replicas) =>
        replicas == 1 ? new() { ["enabled"] = false } : new() { ["enabled"] = true, ["minAvailable"] = replicas - 1 };

    private static Dictionary<string, object> Storage(PrometheusServerArgs server)
    {
        if (server.Ephemeral)
        {
            return new() { ["emptyDir"] = new Dictionary<string, object> { ["sizeLimit"] = server.Size } };
        }

        var claim = new Dictionary<string, object>
        {
            ["accessModes"] = new object[] { "ReadWriteOnce" },
            ["resources"] = new Dictionary<string, object> { ["requests"] = new Dictionary<string, object> { ["storage"] = server.Size } },
        };
        if (server.StorageClass is { } storageClass)
        {
            claim["storageClassName"] = storageClass;
        }

        return new() { ["volumeClaimTemplate"] = new Dictionary<string, object> { ["spec"] = claim } };
    }
}
