using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>Alerts on logs and traces that don't arrive. Prometheus, Alertmanager and the operator are watched by the rules of their chart, and all together by the alert that must never stop.</summary>
internal static class TelemetryAlerts
{
    // Shorter than what the alerts wait for: what happens once is over before anybody is told.
    private static readonly Window _window = Window.Minutes(10);

    /// <summary>The alerts on what sends logs.</summary>
    public static RuleGroup Logs { get; } = new("logs", [LogsLost()]);

    /// <summary>The alerts on what keeps logs.</summary>
    public static RuleGroup Loki { get; } = new("loki", [LokiFailing(), LokiCannotStore(), LokiRefusing()]);

    /// <summary>The alerts on what sends traces.</summary>
    public static RuleGroup Traces { get; } = new("traces", [TracesLost(), TracesRefused()]);

    private static AlertRule LogsLost() => new()
    {
        Name = "LogsLost",
        Severity = Severity.P2,
        For = TimeSpan.FromMinutes(15),
        Expression = FluentBitMetrics.DroppedRecords.Increase(_window).Sum("name") > 0,
        Summary = "Fluent Bit gives up logs: output {{ $labels.name }}",
        Description = "About {{ $value | humanize }} lines of the last ten minutes will never arrive, and some were lost before that: the receiver refuses them or has been away for longer than they wait.",
        Runbook = new Runbook("logs-lost"),
    };

    private static AlertRule LokiFailing() => new()
    {
        Name = "LokiFailing",
        Severity = Severity.P2,
        For = TimeSpan.FromMinutes(15),
        Expression = LokiMetrics.Requests.Rate(_window, Matcher.Like("status_code", "5..")) / LokiMetrics.Requests.Rate(_window) > 0.1,
        Summary = "Loki fails requests",
        Description = "{{ $value | humanizePercentage }} of its requests failed over ten minutes; 10 % is the limit. Logs wait on their nodes meanwhile, for as long as their disks allow.",
        Runbook = new Runbook("loki"),
    };

    private static AlertRule LokiCannotStore() => new()
    {
        Name = "LokiCannotStore",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Expression = LokiMetrics.FlushFailures.Increase(_window).Sum() > 0,
        Summary = "Loki can't write to its object store",
        Description = "About {{ $value | humanize }} attempts failed in the last ten minutes, and some before that. It keeps logs in memory and on its own disk until one of them is full.",
        Runbook = new Runbook("loki"),
    };

    private static AlertRule LokiRefusing() => new()
    {
        Name = "LokiRefusesLines",
        Severity = Severity.P2,
        For = TimeSpan.FromMinutes(30),
        Expression = LokiMetrics.DiscardedLines.Increase(_window).Sum("reason") > 0,
        Summary = "Loki refuses lines: {{ $labels.reason }}",
        Description = "About {{ $value | humanize }} lines of the last ten minutes were refused for half an hour. They are lost: a limit of Loki is too low, or somebody writes too much.",
        Runbook = new Runbook("logs-lost"),
    };

    private static AlertRule TracesLost() => new()
    {
        Name = "TracesLost",
        Severity = Severity.P2,
        For = TimeSpan.FromMinutes(15),
        // Either is there only after the first time.
        Expression = (CollectorMetrics.SendFailed.Increase(_window).Sum("exporter") > 0).Or(CollectorMetrics.EnqueueFailed.Increase(_window).Sum("exporter") > 0),
        Summary = "Traces don't arrive: exporter {{ $labels.exporter }}",
        Description = "About {{ $value | humanize }} spans of the last ten minutes were given up, and some before that: the receiver refuses them, can't be reached, or is slower than they come.",
        Runbook = new Runbook("traces-lost"),
    };

    private static AlertRule TracesRefused() => new()
    {
        Name = "TracesRefused",
        Severity = Severity.P2,
        For = TimeSpan.FromMinutes(15),
        Expression = CollectorMetrics.Refused.Increase(_window).Sum("receiver") > 0,
        Summary = "The collector of traces refuses spans",
        Description = "About {{ $value | humanize }} spans of the last ten minutes were refused, and some before that: it is at the limit of its memory. Sample less, or give it more.",
        Runbook = new Runbook("traces-lost"),
    };
}
