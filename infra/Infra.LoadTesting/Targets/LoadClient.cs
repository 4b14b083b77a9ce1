namespace Infra.LoadTesting.Targets;

/// <summary>The HTTP client of a load test: what it does itself would be measured too, so it does as little as it can.</summary>
public static class LoadClient
{
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
