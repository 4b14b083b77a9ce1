using Infra.Core.Serving;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Monitoring.Traces;

/// <summary>
/// How a runtime is told where its traces go, over OTLP with HTTP, which all of them speak; and which can't trace. Every request is traced here: the collector
/// decides which traces stay, so that another share restarts the collector and no model. vLLM: docs.vllm.ai, "OpenTelemetry", and vllm/tracing (the exporter's protocol; its
/// spans hold numbers of tokens and times, no texts). Triton: triton-inference-server/server, branch r26.02, docs/user_guide/trace.md.
/// </summary>
public static class RuntimeTraces
{
    private const string Protocol = "http/protobuf";

    /// <summary>The runtime, told so.</summary>
    /// <param name="spec">The runtime as it is without.</param>
    /// <param name="runtime">Which runtime.</param>
    /// <param name="backend">What keeps its pods running.</param>
    /// <param name="request">The model.</param>
    public static RuntimeSpec On(RuntimeSpec spec, ServingRuntime runtime, ServingBackend backend, RuntimeRequest request)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(request);
        return request.TracesEndpoint is not { } endpoint
            ? spec
            : Missing(runtime, backend, request) is { } reason
                ? spec with { Untraced = reason }
                : spec with
                {
                    Arguments = [.. spec.Arguments, .. Arguments(runtime, endpoint, ServiceName(request))],
                    Environment = spec.Environment.AddRange(Environment(runtime, endpoint, ServiceName(request))),
                };
    }

    /// <summary>Why a model has no traces, as the end of a sentence; null where it has.</summary>
    /// <param name="runtime">Which runtime.</param>
    /// <param name="backend">What keeps its pods running.</param>
    /// <param name="request">The model.</param>
    public static string? Missing(ServingRuntime runtime, ServingBackend backend, RuntimeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (runtime, backend) switch
        {
            (_, ServingBackend.Ray) => "Ray Serve traces with a function of the application's own, which nobody here writes",
            (ServingRuntime.TensorFlowServing, _) => "TensorFlow Serving knows no OpenTelemetry",
            (ServingRuntime.Sklearn or ServingRuntime.Xgboost or ServingRuntime.LightGbm, _) => "KServe's server of such models knows no OpenTelemetry",
            // The libraries are in the image since vllm-project/vllm, pull/34466; without them a server with the option doesn't start.
            (ServingRuntime.Vllm, _) when request.LeastComputeCapability < Vllm.Turing => "the image for Volta may lack OpenTelemetry's libraries, without which it would not start",
            _ => null,
        };
    }

    /// <summary>Names of the variables that a runtime with traces is told by.</summary>
    /// <param name="runtime">Which runtime.</param>
    public static IEnumerable<string> Variables(ServingRuntime runtime) => Environment(runtime, "", "").Select(variable => variable.Key);

    private static string ServiceName(RuntimeRequest request) => request.Instance ?? request.Model;

    private static string[] Arguments(ServingRuntime runtime, string endpoint, string service) => runtime switch
    {
        ServingRuntime.Vllm => [$"--otlp-traces-endpoint={OfTraces(endpoint)}"],
        ServingRuntime.Triton =>
        [
            "--trace-config=mode=opentelemetry",
            "--trace-config=level=TIMESTAMPS",
            "--trace-config=rate=1",
            $"--trace-config=opentelemetry,url={OfTraces(endpoint)}",
            $"--trace-config=opentelemetry,resource=service.name={service}",
        ],
        _ => [],
    };

    // opentelemetry.io, "OTLP Exporter Configuration": what a container's own SDK reads. Triton takes options only.
    private static IEnumerable<KeyValuePair<string, string>> Environment(ServingRuntime runtime, string endpoint, string service) => runtime switch
    {
        // vLLM asks for this variable alone, and takes gRPC without it.
        ServingRuntime.Vllm => [new("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", Protocol), new("OTEL_SERVICE_NAME", service)],
        ServingRuntime.Container => [new("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint), new("OTEL_EXPORTER_OTLP_PROTOCOL", Protocol), new("OTEL_SERVICE_NAME", service)],
        _ => [],
    };

    private static string OfTraces(string endpoint) => $"{endpoint}/v1/traces";
}
