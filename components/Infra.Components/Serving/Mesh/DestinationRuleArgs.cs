using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Serving.Mesh;

/// <summary>Inputs of <see cref="DestinationRule"/>.</summary>
public sealed class DestinationRuleArgs() : CustomResourceArgs("networking.istio.io/v1", "DestinationRule")
{
    /// <summary>The replicas.</summary>
    [Input("spec", required: true)]
    public required Input<DestinationRuleSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="DestinationRule"/>.</summary>
public sealed class DestinationRuleSpecArgs : ResourceArgs
{
    /// <summary>Host of the Service.</summary>
    [Input("host", required: true)]
    public required Input<string> Host { get; init; }

    /// <summary>What callers do.</summary>
    [Input("trafficPolicy", required: true)]
    public required Input<IstioTrafficPolicyArgs> TrafficPolicy { get; init; }
}

/// <summary>What callers do.</summary>
public sealed class IstioTrafficPolicyArgs : ResourceArgs
{
    /// <summary>How replicas are chosen.</summary>
    [Input("loadBalancer", required: true)]
    public required Input<IstioLoadBalancerArgs> LoadBalancer { get; init; }

    /// <summary>Connections and calls that wait.</summary>
    [Input("connectionPool")]
    public Input<ConnectionPoolArgs>? ConnectionPool { get; init; }

    /// <summary>Which replicas get no calls for a while.</summary>
    [Input("outlierDetection", required: true)]
    public required Input<OutlierDetectionArgs> OutlierDetection { get; init; }

    /// <summary>How many calls may be tried again.</summary>
    [Input("retryBudget", required: true)]
    public required Input<RetryBudgetArgs> RetryBudget { get; init; }
}

/// <summary>How replicas are chosen.</summary>
public sealed class IstioLoadBalancerArgs : ResourceArgs
{
    /// <summary>Name of the way.</summary>
    [Input("simple", required: true)]
    public required Input<string> Simple { get; init; }
}

/// <summary>Connections and calls that wait.</summary>
public sealed class ConnectionPoolArgs : ResourceArgs
{
    /// <summary>Calls over HTTP.</summary>
    [Input("http", required: true)]
    public required Input<HttpSettingsArgs> Http { get; init; }
}

/// <summary>Calls over HTTP.</summary>
public sealed class HttpSettingsArgs : ResourceArgs
{
    /// <summary>Most calls that wait.</summary>
    [Input("http1MaxPendingRequests", required: true)]
    public required Input<int> Http1MaxPendingRequests { get; init; }
}

/// <summary>Which replicas get no calls for a while.</summary>
public sealed class OutlierDetectionArgs : ResourceArgs
{
    /// <summary>After so many failed calls in a row.</summary>
    [Input("consecutive5xxErrors", required: true)]
    public required Input<int> Consecutive5xxErrors { get; init; }

    /// <summary>Time between two looks, e.g. <c>10s</c>.</summary>
    [Input("interval", required: true)]
    public required Input<string> Interval { get; init; }

    /// <summary>For how long, e.g. <c>30s</c>.</summary>
    [Input("baseEjectionTime", required: true)]
    public required Input<string> BaseEjectionTime { get; init; }

    /// <summary>Most of them at the same time, in percent.</summary>
    [Input("maxEjectionPercent", required: true)]
    public required Input<int> MaxEjectionPercent { get; init; }
}

/// <summary>How many calls may be tried again.</summary>
public sealed class RetryBudgetArgs : ResourceArgs
{
    /// <summary>Percent of the calls in work.</summary>
    [Input("percent", required: true)]
    public required Input<double> Percent { get; init; }

    /// <summary>However few there are in all.</summary>
    [Input("minRetryConcurrency", required: true)]
    public required Input<int> MinRetryConcurrency { get; init; }
}
