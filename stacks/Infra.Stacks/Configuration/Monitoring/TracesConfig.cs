using Infra.Components.Monitoring.Traces;
using Infra.Core.Configuration;
using Infra.Core.Monitoring.Traces;

namespace Infra.Stacks.Configuration;

/// <summary>
/// Traces of requests: models send them to OpenTelemetry's collector, installed here, which hands a share of them on to whoever keeps traces. vLLM, Triton and containers
/// are told where to; other runtimes, and models on Ray, have no traces.
/// </summary>
public sealed record TracesConfig : IConfigRules
{
    /// <summary>Address of who keeps the traces, by OTLP: <c>https://HOST</c> or <c>http://HOST</c>, with a port, and over HTTP with a path before <c>/v1/traces</c>, where it has one.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What is spoken there: <c>http</c> or <c>grpc</c>. Default: http.</summary>
    public OtlpProtocol Protocol { get; init; }

    /// <summary>A header that it asks for. Default: none.</summary>
    [SecretByMistake]
    public TraceHeaderConfig? Header { get; init; }

    /// <summary>Share of the traces that are handed on. Changing it restarts the collector and no model. Default: 0.1.</summary>
    [InRange(Min = 0.0001, Max = 1)]
    public double SampleRatio { get; init; } = TraceCollectorArgs.DefaultSampleRatio;

    /// <summary>Pods of the collector. Default: 2.</summary>
    [InRange(Min = 1, Max = 20)]
    public int Replicas { get; init; } = TraceCollectorArgs.DefaultReplicas;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (OtlpEndpoint.Problem(Endpoint, Protocol) is { } problem && !problems.Cover(ConfigPath.Key(path, "endpoint")))
        {
            problems.Add(ConfigPath.Key(path, "endpoint"), problem);
        }
    }
}
