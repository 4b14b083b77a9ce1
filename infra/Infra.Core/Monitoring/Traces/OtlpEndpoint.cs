namespace Infra.Core.Monitoring.Traces;

/// <summary>Addresses of who keeps traces.</summary>
public static class OtlpEndpoint
{
    /// <summary>The complaint about an address; null where it is right.</summary>
    /// <param name="address">The address.</param>
    /// <param name="protocol">What is spoken there.</param>
    public static string? Problem(string address, OtlpProtocol protocol)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            return $"'{address}' is no address; allowed: https://HOST or http://HOST, with a port and a path where there is one";
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            // Not said again: it may be a secret.
            return "has a user, a query or a fragment, which would stand in plain text in the plan; what is secret goes into header";
        }

        if (protocol == OtlpProtocol.Grpc && uri.AbsolutePath != "/")
        {
            return $"'{address}' has a path, and gRPC knows none; remove it, or set protocol: http";
        }

        return protocol == OtlpProtocol.Http && uri.AbsolutePath.EndsWith("/v1/traces", StringComparison.Ordinal)
            ? $"'{address}' ends with /v1/traces, which the collector appends by itself; remove it"
            : null;
    }
}
