namespace Infra.LoadTesting.Targets;

/// <summary>How a request can fail.</summary>
public enum FailureKind
{
    /// <summary>Nobody listens at the port.</summary>
    Refused,

    /// <summary>The name stands for no address.</summary>
    Dns,

    /// <summary>No way leads to the address.</summary>
    Unreachable,

    /// <summary>No secure connection: a certificate that isn't trusted, or a server that speaks no TLS.</summary>
    Tls,

    /// <summary>No whole answer within the time that a request has.</summary>
    Timeout,

    /// <summary>The connection was closed before an answer began.</summary>
    Reset,

    /// <summary>The connection was closed in the middle of an answer, or a stream of tokens has no end.</summary>
    Cut,

    /// <summary>An answer that says no: a status of HTTP other than 2xx.</summary>
    HttpStatus,

    /// <summary>A status of gRPC other than OK.</summary>
    GrpcStatus,

    /// <summary>An error that a stream of tokens reports after it has begun well.</summary>
    StreamError,

    /// <summary>An answer that isn't what was asked for: no HTTP, no JSON, no message.</summary>
    Malformed,

    /// <summary>An answer, or a part of one, that is longer than anybody keeps in memory.</summary>
    TooLong,

    /// <summary>No connection was to be had on this machine: it has no port or no file left. Nothing of the endpoint's.</summary>
    NoConnectionLeft,

    /// <summary>Anything else; its detail is the error's type.</summary>
    Other,
}
