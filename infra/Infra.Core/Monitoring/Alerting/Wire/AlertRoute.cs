using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Alerting.Wire;

/// <summary>A node of the tree of routes. What it leaves out it has from the node above, except for matchers, continue and times.</summary>
public sealed record AlertRoute
{
    /// <summary>Who is told, where no node below takes the alert.</summary>
    public required string Receiver { get; init; }

    /// <summary>What an alert has to be for this node; without any it takes all.</summary>
    public ImmutableArray<string>? Matchers { get; init; }

    /// <summary>Labels whose alerts are told together.</summary>
    public ImmutableArray<string>? GroupBy { get; init; }

    /// <summary>How long the first message of a group waits for others.</summary>
    public string? GroupWait { get; init; }

    /// <summary>Time until news of a group are told.</summary>
    public string? GroupInterval { get; init; }

    /// <summary>Time after which an alert that still fires is told again.</summary>
    public string? RepeatInterval { get; init; }

    /// <summary>Names of the times in which messages are sent; an alert that still fires then is told when they begin. Default: at any time.</summary>
    public ImmutableArray<string>? ActiveTimeIntervals { get; init; }

    /// <summary>Whether the next nodes beside this one get the alert too.</summary>
    public bool Continue { get; init; }

    /// <summary>Nodes below; the first that matches takes the alert.</summary>
    public ImmutableArray<AlertRoute>? Routes { get; init; }
}
