using Infra.Core.Monitoring.Metrics;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>A promise about events of one kind, by two series that are recorded.</summary>
public sealed record Objective
{
    /// <summary>Name of its alerts.</summary>
    public required string Alert { get; init; }

    /// <summary>Bad events per second; without <see cref="All"/> the share of what is bad.</summary>
    public required GaugeMetric Bad { get; init; }

    /// <summary>All events per second; null where <see cref="Bad"/> is a share already.</summary>
    public required GaugeMetric? All { get; init; }

    /// <summary>Share of events that may be bad, 0 to 1.</summary>
    public required double Budget { get; init; }

    /// <summary>What bad events do, to follow the model's name: "fails too many requests".</summary>
    public required string Summary { get; init; }

    /// <summary>What a bad event is, to follow "% of the": "requests failed".</summary>
    public required string Events { get; init; }

    /// <summary>What is promised, as a sentence.</summary>
    public required string Promise { get; init; }

    /// <summary>
    /// Fewest bad events in the long window that are worth an alert, so that one of the night's three requests wakes nobody; 0 for events that always come, as
    /// seconds do.
    /// </summary>
    public double LeastEvents { get; init; } = 5;

    /// <summary>How long the budget has to be spent too fast. The windows have waited long enough; two minutes keep out what was counted by halves.</summary>
    public TimeSpan For { get; init; } = TimeSpan.FromMinutes(2);
}
