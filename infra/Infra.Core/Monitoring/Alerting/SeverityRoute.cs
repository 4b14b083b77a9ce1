using System.Collections.Immutable;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>How alerts of a severity are told.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="Upstream">What the chart's own rules call it (kube-prometheus-stack, by the convention of the Prometheus monitoring mixins).</param>
/// <param name="GroupWait">How long the first message of a group waits for others.</param>
/// <param name="GroupInterval">Time until news of a group are told.</param>
/// <param name="RepeatInterval">Time after which an alert that still fires is told again; Alertmanager forgets what it told after 120 hours.</param>
/// <param name="Waits">Whether it waits for the office hours of who is told.</param>
internal sealed record SeverityRoute(Severity Severity, string Upstream, string GroupWait, string GroupInterval, string RepeatInterval, bool Waits)
{
    /// <summary>The severest first.</summary>
    public static ImmutableArray<SeverityRoute> All { get; } =
    [
        new(Severity.P0, "critical", "10s", "1m", "1h", Waits: false),
        new(Severity.P1, "warning", "30s", "5m", "4h", Waits: true),
        new(Severity.P2, "info", "5m", "30m", "24h", Waits: true),
    ];

    /// <summary>Values of the label severity that mean it.</summary>
    public ImmutableArray<string> Values => [Severity.ToString(), Upstream];

    /// <summary>Matches alerts of the severity.</summary>
    public string Matcher => Matchers.IsOneOf(AlertLabels.Severity, Values);
}
