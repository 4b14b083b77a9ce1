using Infra.Components.Monitoring;
using Infra.Components.Monitoring.Traces;
using Infra.Components.Tests.Traffic;
using Infra.TestKit.Components;
using Infra.TestKit.Helm;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Monitoring.Traces;

public sealed class TraceCollectorTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Secret = "kubernetes:core/v1:Secret";
    private const string Policy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

    // open-telemetry/opentelemetry-collector-releases, tag v0.158.0, distributions/otelcol-k8s/manifest.yaml, each module by the type that its metadata.yaml says; of its parts those that are used here.
    private static readonly string[] _parts =
        ["receivers.otlp", "processors.memory_limiter", "processors.probabilistic_sampler", "processors.batch", "exporters.otlp_http", "exporters.otlp_grpc", "extensions.health_check"];

    public static TheoryData<string> Protocols => ["http", "grpc"];

    [Fact]
    public async Task Its_configuration_is_the_whole_of_it() => JsonAssert.Same(
        """
        {
          "extensions": { "health_check": { "endpoint": "${env:MY_POD_IP}:13133" } },
          "receivers": { "otlp": { "protocols": { "http": { "endpoint": "${env:MY_POD_IP}:4318" }, "grpc": { "endpoint": "${env:MY_POD_IP}:4317" } } } },
          "processors": {
            "memory_limiter": { "check_interval": "1s", "limit_percentage": 80, "spike_limit_percentage": 25 },
            "probabilistic_sampler": { "sampling_percentage": 7 },
            "batch": { "timeout": "5s", "send_batch_max_size": 8192 }
          },
          "exporters": { "otlp_http": { "endpoint": "https://otlp.example.com/otlp", "headers": { "authorization": "${env:OTLP_HEADER}" } } },
          "service": {
            "extensions": ["health_check"],
            "pipelines": { "traces": { "receivers": ["otlp"], "processors": ["memory_limiter", "probabilistic_sampler", "batch"], "exporters": ["otlp_http"] } },
            "telemetry": { "metrics": { "readers": [ { "pull": { "exporter": { "prometheus": { "host": "${env:MY_POD_IP}", "port": 8888 } } } } ] } }
          }
        }
        """,
        (await ValuesAsync(Full()))["alternateConfig"]);

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Every_part_is_in_the_image_and_every_part_of_the_pipeline_is_defined(string protocol)
    {
        var configuration = (JObject)(await ValuesAsync(Args("http://tempo.tracing.svc:4317", protocol)))["alternateConfig"]!;
        var parts = new[] { "receivers", "processors", "exporters", "extensions" }.SelectMany(kind => ((JObject)configuration[kind]!).Properties().Select(part => $"{kind}.{part.Name}")).ToList();

        Assert.Equal([], parts.Except(_parts));
        Assert.Equal(
            parts.Where(part => !part.StartsWith("extensions", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            ((JObject)configuration.SelectToken("service.pipelines.traces")!).Properties().SelectMany(kind => kind.Value.Select(part => $"{kind.Name}.{part}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TLS_is_left_out_only_where_the_address_says_so()
    {
        Assert.True((bool?)(await ValuesAsync(Args("http://tempo.tracing.svc:4317", "grpc"))).SelectToken("alternateConfig.exporters.otlp_grpc.tls.insecure"));
        Assert.Null((await ValuesAsync(Args("https://otlp.example.com:4317", "grpc"))).SelectToken("alternateConfig.exporters.otlp_grpc.tls"));
    }

    [SkippableFact]
    public async Task The_chart_knows_every_value() => Assert.Equal([], HelmValues.Problems("opentelemetry-collector", await ValuesAsync(Full())));

    [Fact]
    public async Task Chart_and_image_are_pinned()
    {
        var release = (await RunAsync(Full()))[Release, "t-release"].Inputs;

        Assert.Equal(
            ("opentelemetry-collector", "0.170.0", "opentelemetry-collector"), ((string?)release["chart"], (string?)release["version"], (string?)release["namespace"]));
        JsonAssert.Same(
            """{ "repository": "ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s", "tag": "0.158.0" }""", release.SelectToken("values.image"));
        Assert.Equal("otelcol-k8s", (string?)release.SelectToken("values.command.name"));
    }

    [Fact]
    public async Task The_headers_value_is_a_secret_and_stands_nowhere_else()
    {
        var run = await RunAsync(Full());

        Assert.Equal("Bearer hidden", (string?)run[Secret, "t-header"].Inputs.SelectToken("stringData.value"));
        Assert.DoesNotContain("hidden", run[Release, "t-release"].Inputs.ToString(), StringComparison.Ordinal);
        JsonAssert.Same("""[ { "name": "OTLP_HEADER", "valueFrom": { "secretKeyRef": { "name": "otlp-header", "key": "value" } } } ]""", run[Release, "t-release"].Inputs.SelectToken("values.extraEnvs"));
    }

    [Fact]
    public async Task A_Secret_that_is_there_is_named_and_none_made()
    {
        var args = Args("https://otlp.example.com", "http", new TraceHeaderArgs { Name = "api-key", ExistingSecret = "honeycomb", Key = "token" });
        var run = await RunAsync(args);

        Assert.DoesNotContain(run.Registrations, one => one.Type == Secret);
        JsonAssert.Same("""{ "name": "honeycomb", "key": "token" }""", run[Release, "t-release"].Inputs.SelectToken("values.extraEnvs[0].valueFrom.secretKeyRef"));
    }

    [Theory]
    [InlineData("https://otlp.example.com", 443)]
    [InlineData("http://tempo.tracing.svc:4318", 4318)]
    public async Task Models_reach_it_and_it_reaches_the_receiver(string endpoint, int port)
    {
        var spec = (await RunAsync(Args(endpoint, "http")))[Policy, "t-access"].Inputs["spec"]!;

        JsonAssert.Same(
            """
            [
              {
                "from": [ { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "inference" } } } ],
                "ports": [ { "protocol": "TCP", "port": 4318 }, { "protocol": "TCP", "port": 4317 } ]
              }
            ]
            """,
            spec["ingress"]);
        Assert.Equal($"53,53; {port}", string.Join("; ", spec["egress"]!.Select(rule => string.Join(',', rule["ports"]!.Select(one => one["port"])))));
    }

    [Fact]
    public async Task Prometheus_asks_for_its_metrics()
    {
        var run = await RunAsync(Full());

        Assert.Equal("monitoring 8888", $"{run[Policy, "t-access"].Inputs.SelectToken("spec.ingress[1].from[0].namespaceSelector.matchLabels")!.First!.First} {run[Policy, "t-access"].Inputs.SelectToken("spec.ingress[1].ports[0].port")}");
        JsonAssert.Same(
            """{ "enabled": true, "extraLabels": { "release": "prometheus" }, "metricsEndpoints": [ { "port": "metrics", "interval": "30s" } ] }""",
            run[Release, "t-release"].Inputs.SelectToken("values.serviceMonitor"));
        Assert.True((bool)run[Release, "t-release"].Inputs.SelectToken("values.ports.metrics.enabled")!);
    }

    [Fact]
    public async Task Every_mistake_is_named()
    {
        var args = new TraceCollectorArgs
        {
            Endpoint = "otlp.example.com",
            SampleRatio = 1.5,
            Replicas = 0,
            Header = new TraceHeaderArgs { Name = "a" },
            ClientNamespaces = [],
            Scraping = new ScrapingArgs { SelectorLabels = [] },
        };

        Assert.Equal(
            """
            6 problems in gpu-inference:index:TraceCollector:
              t.endpoint: 'otlp.example.com' is no address; allowed: https://HOST or http://HOST, with a port and a path where there is one
              t.clientNamespaces: is empty; without a sender there are no traces
              t.sampleRatio: 1.5 is no share; allowed: more than 0, at most 1
              t.replicas: 0 is less than 1
              t.header: needs exactly one of value, existingSecret and entry
              t.prometheusNamespace: missing; the network policy lets nobody else ask for metrics
            """,
            (await Assert.ThrowsAsync<ResourceException>(() => RunAsync(args))).Message);
        Assert.Equal(
            """
            1 problem in gpu-inference:index:TraceCollector:
              t.protocol: 'udp' is unknown; there are: http, grpc
            """,
            (await Assert.ThrowsAsync<ResourceException>(() => RunAsync(Args("https://otlp.example.com", "udp")))).Message);
    }

    /// <summary>A collector with all that it may have.</summary>
    internal static TraceCollectorArgs Full() => new()
    {
        Endpoint = "https://otlp.example.com/otlp",
        Header = new TraceHeaderArgs { Name = "authorization", Value = Output.CreateSecret("Bearer hidden") },
        SampleRatio = 0.07,
        ClientNamespaces = ["inference"],
        Scraping = new ScrapingArgs { SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" } },
        PrometheusNamespace = "monitoring",
    };

    private static TraceCollectorArgs Args(string endpoint, string protocol, TraceHeaderArgs? header = null) =>
        new() { Endpoint = endpoint, Protocol = protocol, Header = header, ClientNamespaces = ["inference"] };

    private static async Task<JObject> ValuesAsync(TraceCollectorArgs args) => (JObject)(await RunAsync(args))[Release, "t-release"].Inputs["values"]!;

    private static Task<ComponentRun> RunAsync(TraceCollectorArgs args) => TrafficSamples.Run(options => _ = new TraceCollector("t", args, options));
}
