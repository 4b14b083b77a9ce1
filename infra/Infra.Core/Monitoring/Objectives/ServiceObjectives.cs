namespace Infra.Core.Monitoring.Objectives;

/// <summary>What a model promises over 30 days.</summary>
public sealed record ServiceObjectives
{
    /// <summary>Days over which the objectives hold, and for which the budgets of errors last.</summary>
    public const int Days = 30;

    /// <summary>Most seconds that 95 % of the requests take.</summary>
    public required double LatencyP95Seconds { get; init; }

    /// <summary>Most seconds that 99 % of the requests take; null for no such promise.</summary>
    public double? LatencyP99Seconds { get; init; }

    /// <summary>Largest share of requests that the server fails, 0 to 1.</summary>
    public required double ErrorRatio { get; init; }

    /// <summary>Least share of the pods that always have to be there that are ready, 0 to 1; null for no such promise.</summary>
    public double? Availability { get; init; }

    /// <summary>Most seconds until 95 % of the requests have their first token; null for no such promise.</summary>
    public double? FirstTokenP95Seconds { get; init; }

    /// <summary>Most seconds between two tokens, for 95 % of them; null for no such promise.</summary>
    public double? InterTokenP95Seconds { get; init; }

    /// <summary>Most seconds that 95 % of the requests wait before they are computed; null for no such promise.</summary>
    public double? QueueP95Seconds { get; init; }
}
