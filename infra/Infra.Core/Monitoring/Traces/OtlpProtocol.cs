namespace Infra.Core.Monitoring.Traces;

/// <summary>What a receiver of traces speaks.</summary>
public enum OtlpProtocol
{
    /// <summary>OTLP over HTTP; traces go to <c>/v1/traces</c> below the address.</summary>
    Http,

    /// <summary>OTLP over gRPC.</summary>
    Grpc,
}
