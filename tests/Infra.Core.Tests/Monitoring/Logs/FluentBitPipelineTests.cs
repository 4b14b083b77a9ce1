using System.Text.RegularExpressions;
using Infra.Core.Monitoring.Logs;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Logs;

/// <summary>What Fluent Bit is told. No package of it is at hand here, so that its file is read back, and held against the options that its plugins have.</summary>
public sealed class FluentBitPipelineTests
{
    private static readonly FluentBitConfiguration _loki = FluentBitPipeline.To(new LogSink.Loki("loki.loki.svc", 3100), ["fluent-bit", "noise"]);
    private static readonly FluentBitConfiguration _cloudWatch = FluentBitPipeline.To(new LogSink.CloudWatch("eu-central-1", "/gpu-inference/gpu/containers"), []);

    public static TheoryData<string> Sinks => ["loki", "cloudwatch_logs"];

    [Theory]
    [MemberData(nameof(Sinks))]
    public void Every_option_is_one_that_the_plugin_knows(string sink)
    {
        var file = Read(sink);
        var used = file["pipeline"]!.Children<JProperty>().SelectMany(part => part.Value.Cast<JObject>())
            .Select(plugin => ((string)plugin["name"]!, plugin.Properties().Select(option => option.Name).Where(name => name != "name")))
            .Append(("service", ((JObject)file["service"]!).Properties().Select(option => option.Name)))
            .ToList();

        Assert.Equal(["tail", "multiline", "grep", "kubernetes", sink, "service"], used.Select(plugin => plugin.Item1));
        Assert.All(used, plugin => Assert.Equal([], plugin.Item2.Except(FluentBitOptions.Of[plugin.Item1])));
    }

    [Fact]
    public void Every_value_is_text_as_Fluent_Bit_reads_it() => Assert.All(
        Read("loki").DescendantsAndSelf().OfType<JValue>(), value => Assert.Equal(JTokenType.String, value.Type));

    [Fact]
    public void A_value_with_quotes_and_backslashes_comes_back_as_it_was() => Assert.Equal(
        @"log GET /(?:health|healthz|livez|readyz|ping|metrics|v2/health/(?:live|ready))(?:\?[^ ]*)? HTTP/1\.[01]"" 200", (string?)Plugin("loki", "grep")["exclude"]);

    [Fact]
    public void A_stream_of_Loki_is_a_container_of_a_model_and_nothing_finer() => Assert.Equal(
        "namespace=$kubernetes['namespace_name'], app=$kubernetes['labels']['app.kubernetes.io/instance'], container=$kubernetes['container_name']",
        (string?)Plugin("loki", "loki")["labels"]);

    // The line of the seeds' document on operations, section 4.2.
    [Fact]
    public void Fields_of_a_structured_line_are_beside_it_but_for_the_list()
    {
        var line = JObject.Parse(
            """
            {
              "timestamp": "2023-07-20T14:30:45Z", "level": "INFO", "service": "model-service", "request_id": "abc123", "latency_ms": 125,
              "input_shape": [1, 224, 224, 3], "output_class": "cat", "confidence": 0.92
            }
            """);

        Assert.Equal(
            "pod=$kubernetes['pod_name'], node=$kubernetes['host'], stream=$stream, level=$event['level'], service=$event['service'], request_id=$event['request_id'], "
            + "trace_id=$event['trace_id'], latency_ms=$event['latency_ms'], output_class=$event['output_class'], confidence=$event['confidence']",
            (string?)Plugin("loki", "loki")["structured_metadata"]);
        Assert.Equal(["timestamp", "input_shape"], line.Properties().Select(field => field.Name).Except(StructuredLog.Fields));
    }

    // One key is left, so that the line is the text, or the object, as the container wrote it.
    [Fact]
    public void A_line_of_Loki_is_what_the_container_wrote()
    {
        var (kubernetes, loki) = (Plugin("loki", "kubernetes"), Plugin("loki", "loki"));

        Assert.Equal(("on", "event", "off"), ((string?)kubernetes["merge_log"], (string?)kubernetes["merge_log_key"], (string?)kubernetes["keep_log"]));
        Assert.Equal(("kubernetes, stream, time, _p, logtag", "raw", "json"), ((string?)loki["remove_keys"], (string?)loki["drop_single_key"], (string?)loki["line_format"]));
    }

    [Fact]
    public void A_stream_of_CloudWatch_is_a_container_and_its_records_have_no_labels()
    {
        var output = Plugin("cloudwatch_logs", "cloudwatch_logs");

        Assert.Equal(
            ("eu-central-1", "/gpu-inference/gpu/containers", "$kubernetes['namespace_name'].$kubernetes['pod_name'].$kubernetes['container_name']", "off"),
            ((string?)output["region"], (string?)output["log_group_name"], (string?)output["log_stream_template"], (string?)output["auto_create_group"]));
        Assert.Equal(("off", "on"), ((string?)Plugin("cloudwatch_logs", "kubernetes")["labels"], (string?)Plugin("loki", "kubernetes")["labels"]));
    }

    [Fact]
    public void Logs_of_a_namespace_that_is_left_out_are_not_even_read()
    {
        Assert.Equal("/var/log/containers/*_fluent-bit_*.log, /var/log/containers/*_noise_*.log", (string?)Plugin("loki", "tail")["exclude_path"]);
        Assert.Null(Plugin("cloudwatch_logs", "tail")["exclude_path"]);
    }

    [Theory]
    [MemberData(nameof(Sinks))]
    public void What_cannot_be_sent_waits_on_the_disk_within_bounds(string sink)
    {
        Assert.Equal(("filesystem", "/var/lib/fluent-bit/tail.db"), ((string?)Plugin(sink, "tail")["storage.type"], (string?)Plugin(sink, "tail")["db"]));
        Assert.Equal(("no_limits", "1G"), ((string?)Plugin(sink, sink)["retry_limit"], (string?)Plugin(sink, sink)["storage.total_limit_size"]));
        Assert.Equal("/var/lib/fluent-bit/buffer", (string?)Read(sink)["service"]!["storage.path"]);
    }

    [Theory]
    [InlineData("INFO:     10.0.1.5:51234 - \"GET /health HTTP/1.1\" 200 OK", false)]
    [InlineData("INFO:     10.0.1.5:51234 - \"GET /metrics HTTP/1.1\" 200 OK", false)]
    [InlineData("10.0.1.5 - - [22/Nov/2026] \"GET /v2/health/ready HTTP/1.1\" 200 0", false)]
    [InlineData("INFO:     10.0.1.5:51234 - \"GET /health HTTP/1.1\" 503 Service Unavailable", true)]
    [InlineData("INFO:     10.0.1.5:51234 - \"POST /v1/chat/completions HTTP/1.1\" 200 OK", true)]
    [InlineData("INFO:     10.0.1.5:51234 - \"GET /healthcare HTTP/1.1\" 200 OK", true)]
    public void Answers_to_probes_and_scrapes_are_left_out_unless_they_fail(string line, bool stays)
    {
        var (key, pattern) = ((string)Plugin("loki", "grep")["exclude"]!).Split(' ', 2) is [var first, var rest] ? (first, rest) : default;

        Assert.Equal("log", key);
        Assert.Equal(stays, !Regex.IsMatch(line, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_traceback_of_vLLM_is_one_record()
    {
        string[] lines =
        [
            "(EngineCore_DP0 pid=71) INFO 11-22 13:00:00 [core.py:77] Initializing a V1 LLM engine",
            "(EngineCore_DP0 pid=71) ERROR 11-22 13:00:01 [core.py:708] EngineCore encountered a fatal error.",
            "(EngineCore_DP0 pid=71) ERROR 11-22 13:00:01 [core.py:708] Traceback (most recent call last):",
            "(EngineCore_DP0 pid=71) ERROR 11-22 13:00:01 [core.py:708]   File \"/vllm/v1/engine/core.py\", line 699, in run_engine_core",
            "(EngineCore_DP0 pid=71) ERROR 11-22 13:00:01 [core.py:708] torch.OutOfMemoryError: CUDA out of memory.",
            "INFO 11-22 13:00:02 [launcher.py:41] Shutting down",
        ];

        Assert.Equal([1, 1, 3, 1], Records("vllm_traceback", lines));
        Assert.Equal([1, 3, 1], Records("vllm_traceback", [.. lines[1..].Select(line => line.Replace("(EngineCore_DP0 pid=71) ", "", StringComparison.Ordinal))]));
    }

    // The parsers for stdout of containers come first; then those for what servers write, and only ones that exist.
    [Fact]
    public void Parsers_of_lines_are_defined_or_built_in() => Assert.Equal(
        ("docker, cri", "vllm_traceback, python, go, java"), ((string?)Plugin("loki", "tail")["multiline.parser"], (string?)Plugin("loki", "multiline")["multiline.parser"]));

    private static JObject Read(string sink) => YamlJson.Parse((sink == "loki" ? _loki : _cloudWatch).ToYaml());

    private static JObject Plugin(string sink, string name) =>
        Read(sink)["pipeline"]!.Children<JProperty>().SelectMany(part => part.Value.Cast<JObject>()).Single(plugin => (string?)plugin["name"] == name);

    // Lines of each record, by the rules as Fluent Bit goes through them: a rule of the present state that matches goes on, else the start of a new one is tried.
    private static List<int> Records(string parser, IEnumerable<string> lines)
    {
        var rules = Read("loki")["multiline_parsers"]!.Single(one => (string?)one["name"] == parser)["rules"]!
            .Select(rule => (State: (string)rule["state"]!, Pattern: ((string)rule["regex"]!)[1..^1], Next: (string)rule["next_state"]!))
            .ToList();
        var (records, state) = (new List<int>(), "");
        foreach (var line in lines)
        {
            if (Next(state, line) is { } next)
            {
                records[^1]++;
                state = next;
            }
            else
            {
                records.Add(1);
                state = Next("start_state", line) ?? "";
            }
        }

        return records;

        string? Next(string from, string line) =>
            rules.Where(rule => rule.State == from && Regex.IsMatch(line, rule.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1))).Select(rule => rule.Next).FirstOrDefault();
    }
}
