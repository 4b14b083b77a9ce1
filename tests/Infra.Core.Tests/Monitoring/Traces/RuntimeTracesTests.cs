using Infra.Core.Catalog;
using Infra.Core.Monitoring.Traces;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Tests.Monitoring.Traces;

public sealed class RuntimeTracesTests
{
    private const string Endpoint = "http://collector.tracing.svc:4318";

    private static readonly LlmOptions _llm = new() { Context = 8192, Concurrency = 32 };

    [Fact]
    public void vLLM_gets_an_option_and_the_protocol()
    {
        var added = Added(ServingRuntime.Vllm, ServingBackend.Plain, Request("t4") with { Llm = _llm, Devices = 1 });

        Assert.Equal(["--otlp-traces-endpoint=http://collector.tracing.svc:4318/v1/traces"], added.Arguments);
        Assert.Equal(["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf", "OTEL_SERVICE_NAME=m"], added.Environment);
    }

    [Fact]
    public void Triton_traces_every_request_by_options_alone()
    {
        var added = Added(ServingRuntime.Triton, ServingBackend.Plain, Request("t4") with { Devices = 1 });

        Assert.Equal(
            [
                "--trace-config=mode=opentelemetry",
                "--trace-config=level=TIMESTAMPS",
                "--trace-config=rate=1",
                "--trace-config=opentelemetry,url=http://collector.tracing.svc:4318/v1/traces",
                "--trace-config=opentelemetry,resource=service.name=m",
            ],
            added.Arguments);
        Assert.Equal([], added.Environment);
    }

    [Fact]
    public void A_container_gets_the_variables_that_an_SDK_reads()
    {
        var added = Added(ServingRuntime.Container, ServingBackend.Plain, Request("t4") with { Container = new ContainerOptions { Image = "example.com/server:1" } });

        Assert.Equal([], added.Arguments);
        Assert.Equal(["OTEL_EXPORTER_OTLP_ENDPOINT=http://collector.tracing.svc:4318", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "OTEL_SERVICE_NAME=m"], added.Environment);
    }

    // Two instances of one model are two services: who compares a candidate looks at its traces.
    [Fact]
    public void The_service_is_the_instance() => Assert.Contains(
        "OTEL_SERVICE_NAME=m-candidate", Added(ServingRuntime.Container, ServingBackend.Plain, Request("t4") with { Instance = "m-candidate", Container = new ContainerOptions { Image = "example.com/server:1" } }).Environment);

    [Theory]
    [InlineData(ServingRuntime.TensorFlowServing, ServingBackend.Plain, "TensorFlow Serving knows no OpenTelemetry")]
    [InlineData(ServingRuntime.Sklearn, ServingBackend.KServe, "KServe's server of such models knows no OpenTelemetry")]
    [InlineData(ServingRuntime.Vllm, ServingBackend.Ray, "Ray Serve traces with a function of the application's own, which nobody here writes")]
    [InlineData(ServingRuntime.Vllm, ServingBackend.Plain, "the image for Volta may lack OpenTelemetry's libraries, without which it would not start")]
    public void A_runtime_without_traces_is_as_it_was_and_says_why(ServingRuntime runtime, ServingBackend backend, string reason)
    {
        var request = Request("v100-16gb") with { Llm = _llm, Devices = 1 };
        var without = Runtimes.For(runtime, request with { TracesEndpoint = null });

        var spec = RuntimeTraces.On(without, runtime, backend, request);

        Assert.Equal(reason, spec.Untraced);
        Assert.Equal((without.Arguments, without.Environment), (spec.Arguments, spec.Environment));
    }

    [Fact]
    public void Nobody_is_told_where_there_is_no_collector()
    {
        var request = Request("t4") with { Llm = _llm, Devices = 1, TracesEndpoint = null };

        Assert.Null(Runtimes.For(ServingRuntime.Vllm, ServingBackend.Plain, request).Untraced);
        Assert.DoesNotContain(Runtimes.For(ServingRuntime.Vllm, ServingBackend.Plain, request).Arguments, argument => argument.Contains("otlp", StringComparison.Ordinal));
    }

    // vLLM 0.8.5 writes every prompt to its log unless it is told not to; from 0.10 on it is the other way round.
    [Fact]
    public void Prompts_are_logged_on_no_GPU()
    {
        Assert.Contains("--disable-log-requests", Vllm.For(Request("v100-16gb") with { Llm = _llm, Devices = 1 }).Arguments);
        Assert.DoesNotContain(Vllm.For(Request("t4") with { Llm = _llm, Devices = 1 }).Arguments, argument => argument.Contains("log-requests", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://otlp.example.com", OtlpProtocol.Http, null)]
    [InlineData("https://otlp.example.com/otlp", OtlpProtocol.Http, null)]
    [InlineData("http://tempo.tracing.svc:4317", OtlpProtocol.Grpc, null)]
    [InlineData("otlp.example.com:4317", OtlpProtocol.Grpc, "'otlp.example.com:4317' is no address; allowed: https://HOST or http://HOST, with a port and a path where there is one")]
    [InlineData("https://otlp.example.com/otlp", OtlpProtocol.Grpc, "'https://otlp.example.com/otlp' has a path, and gRPC knows none; remove it, or set protocol: http")]
    [InlineData("https://otlp.example.com/v1/traces", OtlpProtocol.Http, "'https://otlp.example.com/v1/traces' ends with /v1/traces, which the collector appends by itself; remove it")]
    [InlineData("https://user:secret@otlp.example.com", OtlpProtocol.Http, "has a user, a query or a fragment, which would stand in plain text in the plan; what is secret goes into header")]
    [InlineData("https://otlp.example.com?key=secret", OtlpProtocol.Http, "has a user, a query or a fragment, which would stand in plain text in the plan; what is secret goes into header")]
    public void An_address_is_checked_and_no_secret_of_it_repeated(string address, OtlpProtocol protocol, string? problem) => Assert.Equal(problem, OtlpEndpoint.Problem(address, protocol));

    private static RuntimeRequest Request(string gpu) => new()
    {
        Model = "m",
        Accelerators = [InstanceCatalog.Default.Models.Single(model => model.Id == gpu)],
        TracesEndpoint = Endpoint,
    };

    private static (string[] Arguments, string[] Environment) Added(ServingRuntime runtime, ServingBackend backend, RuntimeRequest request)
    {
        var (without, with) = (Runtimes.For(runtime, backend, request with { TracesEndpoint = null }), Runtimes.For(runtime, backend, request));
        Assert.Equal(without.Arguments, with.Arguments.Take(without.Arguments.Length));
        return ([.. with.Arguments.Skip(without.Arguments.Length)], [.. with.Environment.Except(without.Environment).Select(variable => $"{variable.Key}={variable.Value}")]);
    }
}
