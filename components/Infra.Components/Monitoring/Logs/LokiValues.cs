using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Monitoring.Logs;

/// <summary>
/// Values of the loki chart (18.11.0) that we set; all others keep the chart's defaults. Names of Loki's own settings: grafana/loki, tag v3.7.6, pkg/validation/limits.go
/// and docs/sources/shared/configuration.md.
/// </summary>
internal static class LokiValues
{
    /// <summary>Name of the release, and with it of the Service.</summary>
    public const string Name = "loki";

    /// <summary>Namespace of the pods.</summary>
    public const string Namespace = "loki";

    /// <summary>Service account of the pods, to which the Pod Identity role is bound.</summary>
    public const string ServiceAccount = "loki";

    /// <summary>Port of the interface by which logs are sent and asked for; the chart's default.</summary>
    public const int HttpPort = 3100;

    /// <summary>Ports by which its pods talk to each other: gRPC and gossip; the chart's defaults.</summary>
    public static readonly int[] PeerPorts = [9095, 7946];

    // The format of index and chunks from the first day on; a later one is added beside it, from a later day on.
    private const string SchemaStart = "2024-04-01";

    // An estimate that nobody measured: writes of a few nodes. Queries take more, while they run.
    private static readonly CpuQuantity _cpu = new(100);

    /// <summary>Labels of the pods.</summary>
    public static IReadOnlyDictionary<string, string> Selector { get; } = new Dictionary<string, string> { ["app.kubernetes.io/name"] = Name, ["app.kubernetes.io/instance"] = Name };

    /// <summary>Memory of a pod.</summary>
    public static ByteSize MemoryOf(LokiArgs args) => ByteSize.TryParse(args.Memory, out var memory) ? memory : default;

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(LokiArgs args) => new()
    {
        ["deploymentMode"] = "Monolithic",
        ["loki"] = Loki(args),
        ["singleBinary"] = Pods(args),
        // The parts of the other modes.
        ["backend"] = None(),
        ["read"] = None(),
        ["write"] = None(),
        // A proxy in front of one Service, an agent on every node that writes lines to read them back, caches of 10 GB of memory, and rules that Prometheus has.
        ["gateway"] = Off(),
        ["lokiCanary"] = Off(),
        ["test"] = Off(),
        ["chunksCache"] = Off(),
        ["resultsCache"] = Off(),
        ["ruler"] = Off(),
        ["sidecar"] = new Dictionary<string, object> { ["rules"] = Off() },
        ["serviceAccount"] = new Dictionary<string, object> { ["create"] = true, ["name"] = ServiceAccount, ["automountServiceAccountToken"] = false },
        ["monitoring"] = new Dictionary<string, object> { ["serviceMonitor"] = Monitor(args.Scraping) },
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint(int replicas, ByteSize memory) => new()
    {
        Workload = Name,
        Kind = WorkloadKind.Deployment,
        Replicas = replicas,
        Cpu = _cpu,
        Memory = memory,
        Budget = replicas > 1 ? DisruptionBudget.OneAtATime : null,
        Spread = HelmScheduling.Topologies,
        Source = $"{Pins.Loki.Name} {Pins.Loki.Version}, templates/monolithic/workload.yaml (a StatefulSet); replicas and requests in our values",
    };

    private static Dictionary<string, object> Loki(LokiArgs args)
    {
        var store = args.Bucket is null ? "filesystem" : "s3";
        return new()
        {
            // One tenant: the namespace is a label, and who may ask is the network policy's matter.
            ["auth_enabled"] = false,
            ["commonConfig"] = new Dictionary<string, object> { ["path_prefix"] = "/var/loki", ["replication_factor"] = Math.Min(args.Replicas, 3) },
            ["storage"] = Storage(store, args.Bucket),
            ["schemaConfig"] = new Dictionary<string, object>
            {
                ["configs"] = new object[]
                {
                    new Dictionary<string, object>
                    {
                        ["from"] = SchemaStart,
                        ["store"] = "tsdb",
                        ["object_store"] = store,
                        ["schema"] = "v13",
                        ["index"] = new Dictionary<string, object> { ["prefix"] = "index_", ["period"] = "24h" },
                    },
                },
            },
            ["limits_config"] = new Dictionary<string, object>
            {
                ["retention_period"] = $"{args.RetentionDays * 24}h",
                // Nothing older is there; a query for more would only cost.
                ["max_query_lookback"] = $"{args.RetentionDays * 24}h",
                ["allow_structured_metadata"] = true,
                // A start of many pods, or what waited on nodes, comes at once; the defaults are 4 and 6.
                ["ingestion_rate_mb"] = 16,
                ["ingestion_burst_size_mb"] = 32,
                ["max_line_size_truncate"] = true,
            },
            ["compactor"] = new Dictionary<string, object>
            {
                ["working_directory"] = "/var/loki/compactor",
                // Without it retention_period means nothing.
                ["retention_enabled"] = true,
                ["delete_request_store"] = store,
            },
            ["analytics"] = new Dictionary<string, object> { ["reporting_enabled"] = false },
        };
    }

    private static Dictionary<string, object> Storage(string store, LokiBucketArgs? bucket) => bucket is null
        ? new() { ["type"] = store }
        : new()
        {
            ["type"] = store,
            ["bucketNames"] = new Dictionary<string, object> { ["chunks"] = bucket.Name },
            // No keys: the SDK finds Pod Identity.
            ["s3"] = new Dictionary<string, object> { ["region"] = bucket.Region },
        };

    private static Dictionary<string, object> Pods(LokiArgs args)
    {
        var memory = MemoryOf(args);
        return new()
        {
            ["replicas"] = args.Replicas,
            ["resources"] = HelmScheduling.Resources(_cpu, memory, memory),
            // The chart's own wants a node for each pod, and fewer nodes would leave one pending.
            ["affinity"] = new Dictionary<string, object> { ["podAntiAffinity"] = new Dictionary<string, object> { ["requiredDuringSchedulingIgnoredDuringExecution"] = Array.Empty<object>() } },
            ["topologySpreadConstraints"] = HelmScheduling.Spread(Selector),
            ["podDisruptionBudget"] = new Dictionary<string, object> { ["enabled"] = true, ["maxUnavailable"] = 1 },
            // Time to write what is in memory to the volume.
            ["terminationGracePeriodSeconds"] = 300,
            ["persistence"] = Persistence(args),
        };
    }

    private static Dictionary<string, object> Persistence(LokiArgs args)
    {
        var persistence = new Dictionary<string, object>
        {
            ["enabled"] = true,
            ["size"] = args.VolumeSize,
            // Volumes are no orphans of a teardown, unless they are where the logs are.
            ["enableStatefulSetAutoDeletePVC"] = true,
            ["whenDeleted"] = args.Protect && args.Bucket is null ? "Retain" : "Delete",
            ["whenScaled"] = "Retain",
        };
        if (args.StorageClass is { } storageClass)
        {
            persistence["storageClass"] = storageClass;
        }

        return persistence;
    }

    private static Dictionary<string, object> Monitor(ScrapingArgs? scraping) => scraping is null
        ? Off()
        : new() { ["enabled"] = true, ["interval"] = scraping.Interval, ["labels"] = HelmMonitors.Labels(scraping) };

    private static Dictionary<string, object> Off() => new() { ["enabled"] = false };

    private static Dictionary<string, object> None() => new() { ["replicas"] = 0 };
}
