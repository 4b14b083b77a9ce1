namespace Infra.Core.Serving.Mesh;

/// <summary>How a mesh treats calls of a model, where nobody says otherwise.</summary>
public static class MeshDefaults
{
    /// <summary>
    /// When a call is tried again: only if the model certainly hasn't begun with it, since GPU time is what there is too little of (Envoy, "Router", x-envoy-retry-on; Istio knows
    /// <c>reset-before-request</c> since 1.23).
    /// </summary>
    public const string RetryOn = "connect-failure,refused-stream,reset-before-request";

    /// <summary>How often a call is tried again.</summary>
    public const int RetryAttempts = 2;

    /// <summary>Percent of the calls in work that may be such that are tried again: beyond it, trying again only adds to the load that made calls fail.</summary>
    public const int RetryBudgetPercent = 20;

    /// <summary>Calls that may be tried again at the same time, however few there are in all.</summary>
    public const int LeastRetries = 3;

    /// <summary>Failed calls in a row after which a replica gets none for a while.</summary>
    public const int EjectAfter = 5;

    /// <summary>Seconds that a replica gets none, times how often it came to that.</summary>
    public const int EjectSeconds = 30;

    /// <summary>Most replicas that get none, in percent.</summary>
    public const int MostEjectedPercent = 50;

    /// <summary>Seconds between two looks at the replicas.</summary>
    public const int IntervalSeconds = 10;

    /// <summary>Percent of the calls that a trace is made of.</summary>
    public const double TracingPercent = 1;

    /// <summary>The calls that the proxy logs (Istio, "Telemetry", filter; the attributes of Envoy).</summary>
    public const string LoggedCalls = "response.code >= 400";
}
