using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Core.Monitoring.Logs;

/// <summary>
/// How the logs of a node's containers are read, understood and handed on. Names and values of options: fluent/fluent-bit, tag v5.1.1, the <c>config_map</c> of each
/// plugin.
/// </summary>
public static class FluentBitPipeline
{
    /// <summary>Port of its metrics and of its health.</summary>
    public const int Port = 2020;

    /// <summary>Directory on the node that survives the pod: how far every file was read, and what waits to be sent.</summary>
    public const string StateDirectory = "/var/lib/fluent-bit";

    // The kubelet's links: POD_NAMESPACE_CONTAINER-ID.log.
    private const string Logs = "/var/log/containers";

    // A tag says the file; the filter for Kubernetes reads it from there.
    private const string Tag = "kube.*";

    private const string Traceback = "vllm_traceback";

    // vLLM writes its prefix before every line of a traceback, so that the parser for Python never sees one (vllm/logging_utils/formatter.py, vllm/logger.py).
    private const string VllmPrefix = @"^(?:\([^)]*\) )?ERROR \d\d-\d\d \d\d:\d\d:\d\d \[[^\]]*\] ";

    private static readonly FluentBitMultiline _vllm = new(
        Traceback,
        [
            ("start_state", $"/{VllmPrefix}Traceback \\(most recent call last\\):/", "frames"),
            ("frames", $"/{VllmPrefix}/", "frames"),
        ]);

    /// <summary>The configuration.</summary>
    /// <param name="sink">Where logs go.</param>
    /// <param name="without">Namespaces whose logs are left on the node.</param>
    public static FluentBitConfiguration To(LogSink sink, IEnumerable<string> without)
    {
        ArgumentNullException.ThrowIfNull(sink);
        return new FluentBitConfiguration
        {
            Service =
            [
                ("flush", "1"),
                ("log_level", "info"),
                ("http_server", "on"),
                ("http_listen", "0.0.0.0"),
                ("http_port", Port.ToString(CultureInfo.InvariantCulture)),
                ("health_check", "on"),
                // What can't be sent waits on the node's disk; memory holds 32 chunks of about 2 MB.
                ("storage.path", $"{StateDirectory}/buffer"),
                ("storage.metrics", "on"),
                ("storage.max_chunks_up", "32"),
                ("storage.backlog.mem_limit", "16M"),
            ],
            Multilines = [_vllm],
            Inputs = [Containers(without)],
            Filters = [Join, WithoutProbes, Kubernetes(sink)],
            Outputs = [Output(sink)],
        };
    }

    private static FluentBitPlugin Containers(IEnumerable<string> without) => new("tail",
    [
        ("tag", Tag),
        ("path", $"{Logs}/*.log"),
        .. Excluded(without),
        ("multiline.parser", "docker, cri"),
        ("db", $"{StateDirectory}/tail.db"),
        // One process has the file; without this others may wait for it.
        ("db.locking", "true"),
        ("read_from_head", "true"),
        ("refresh_interval", "10"),
        ("rotate_wait", "30"),
        ("buffer_max_size", "256k"),
        ("skip_long_lines", "on"),
        ("storage.type", "filesystem"),
    ]);

    private static IEnumerable<(string Key, string Value)> Excluded(IEnumerable<string> without)
    {
        var files = string.Join(", ", without.Distinct().Order(StringComparer.Ordinal).Select(name => $"{Logs}/*_{name}_*.log"));
        return files.Length == 0 ? [] : [("exclude_path", files)];
    }

    // Before the filter for Kubernetes, which would ask for the pod once per line.
    private static FluentBitPlugin Join { get; } = new("multiline",
    [
        ("match", Tag),
        ("multiline.key_content", "log"),
        ("multiline.parser", $"{Traceback}, python, go, java"),
        ("emitter_storage.type", "filesystem"),
    ]);

    // Each model answers a probe and a scrape every few seconds, and its server writes a line about it; answers of an error stay.
    private static FluentBitPlugin WithoutProbes { get; } = new("grep",
    [
        ("match", Tag),
        ("exclude", @"log GET /(?:health|healthz|livez|readyz|ping|metrics|v2/health/(?:live|ready))(?:\?[^ ]*)? HTTP/1\.[01]"" 200"),
    ]);

    private static FluentBitPlugin Kubernetes(LogSink sink) => new("kubernetes",
    [
        ("match", Tag),
        ("merge_log", "on"),
        // A key of its own: what a pod writes can't take the place of what the cluster says of the pod.
        ("merge_log_key", StructuredLog.Key),
        ("keep_log", "off"),
        // A pod says fluentbit.io/exclude: "true" and has its logs left out; nobody chooses a parser for others.
        ("k8s-logging.exclude", "on"),
        ("k8s-logging.parser", "off"),
        // Loki takes them off again; CloudWatch would be paid for them in every line.
        ("labels", sink is LogSink.Loki ? "on" : "off"),
        ("annotations", "off"),
        // A pod with many labels is more than the default of 32k.
        ("buffer_size", "256k"),
    ]);

    private static FluentBitPlugin Output(LogSink sink) => sink switch
    {
        LogSink.Loki loki => new FluentBitPlugin("loki",
        [
            ("match", Tag),
            ("host", loki.Host),
            ("port", loki.Port.ToString(CultureInfo.InvariantCulture)),
            ("labels", string.Join(", ", Labels.Select(label => $"{label.Name}={label.From}"))),
            ("structured_metadata", string.Join(", ", Metadata)),
            ("remove_keys", "kubernetes, stream, time, _p, logtag"),
            // What is left is the line, or the object: written as it was.
            ("drop_single_key", "raw"),
            ("line_format", "json"),
            ("compress", "gzip"),
            .. Waiting,
        ]),
        LogSink.CloudWatch cloudWatch => new FluentBitPlugin("cloudwatch_logs",
        [
            ("match", Tag),
            ("region", cloudWatch.Region),
            ("log_group_name", cloudWatch.LogGroup),
            ("log_stream_template", "$kubernetes['namespace_name'].$kubernetes['pod_name'].$kubernetes['container_name']"),
            // For lines of pods that were gone before anybody asked who they were.
            ("log_stream_prefix", "unknown."),
            ("auto_create_group", "off"),
            .. Waiting,
        ]),
        _ => throw new ArgumentOutOfRangeException(nameof(sink), sink, null),
    };

    // As long as the sink doesn't answer; the oldest go when the disk's share is full.
    private static ImmutableArray<(string Key, string Value)> Waiting { get; } = [("retry_limit", "no_limits"), ("storage.total_limit_size", "1G")];

    /// <summary>Labels of Loki's streams: as few as name a container of a model. <c>app</c> is the model's name.</summary>
    public static ImmutableArray<(string Name, string From)> Labels { get; } =
    [
        ("namespace", "$kubernetes['namespace_name']"),
        ("app", "$kubernetes['labels']['app.kubernetes.io/instance']"),
        ("container", "$kubernetes['container_name']"),
    ];

    private static IEnumerable<string> Metadata =>
    [
        "pod=$kubernetes['pod_name']",
        "node=$kubernetes['host']",
        "stream=$stream",
        .. StructuredLog.Fields.Select(name => $"{name}=${StructuredLog.Key}['{name}']"),
    ];
}
