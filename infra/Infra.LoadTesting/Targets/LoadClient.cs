namespace Infra.LoadTesting.Targets;

/// <summary>The HTTP client of a load test: what it does itself would be measured too, so it does as little as it can.</summary>
public static class LoadClient
{
    /// <summary>Of an answer no more is kept at a time: a value of JSON, an event of a stream, a message of gRPC. A server without end would take this machine's memory.</summary>
    internal const int MostKeptBytes = 64 * 1024 * 1024;

    /// <summary>A handler with as many connections as there are requests in flight: a request that waits for a connection would hide what the server does.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxConnectionsPerServer = int.MaxValue,
        EnableMultipleHttp2Connections = true,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        // A server's words are no headers of ours: its trace must not go along.
        ActivityHeadersPropagator = null,
    };
}
