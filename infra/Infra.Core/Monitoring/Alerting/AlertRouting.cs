using System.Collections.Immutable;
using Infra.Core.Monitoring.Alerting.Wire;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>The tree of routes: by severity, then by tenant, then to everybody who is told.</summary>
/// <param name="plan">Who is told.</param>
internal sealed class AlertRouting(AlertPlan plan)
{
    // A model that is broken raises several alerts: they are one message.
    private static readonly ImmutableArray<string> _byModel = [AlertLabels.Severity, AlertLabels.Namespace, AlertLabels.Model];

    private static readonly ImmutableArray<string> _byAlert = [AlertLabels.Severity, AlertLabels.Namespace, AlertLabels.Name];

    /// <summary>The root. An alert whose severity nobody knows counts as P1: rather too much than nothing.</summary>
    public AlertRoute Root => new()
    {
        Receiver = AlertPlan.Nobody,
        Routes = [Watchdog, Inhibitors, .. SeverityRoute.All.Select(Severe), Of(SeverityRoute.All.Single(route => route.Severity == Severity.P1), null)],
    };

    // At once and often, since whoever waits for it counts the minutes.
    private AlertRoute Watchdog => new()
    {
        Receiver = plan.DeadMansSwitch ?? AlertPlan.Nobody,
        Matchers = [Matchers.Is(AlertLabels.Name, AlertPlan.Watchdog)],
        GroupWait = "0s",
        GroupInterval = "1m",
        RepeatInterval = "5m",
    };

    private static AlertRoute Inhibitors => new() { Receiver = AlertPlan.Nobody, Matchers = [Matchers.IsOneOf(AlertLabels.Name, Inhibition.Inhibitors)] };

    private AlertRoute Severe(SeverityRoute severity) => Of(severity, severity.Matcher);

    private AlertRoute Of(SeverityRoute severity, string? matcher) => new()
    {
        Receiver = AlertPlan.Nobody,
        Matchers = matcher is null ? null : [matcher],
        GroupWait = severity.GroupWait,
        GroupInterval = severity.GroupInterval,
        RepeatInterval = severity.RepeatInterval,
        Routes =
        [
            .. plan.Tenants
                .Where(tenant => !tenant.Value.Of(severity.Severity).IsEmpty)
                .Select(tenant => To(severity, tenant.Value, [Matchers.Is(AlertLabels.Tenant, tenant.Key)], _byModel)),
            To(severity, plan.Platform, [Matchers.Has(AlertLabels.Model)], _byModel),
            To(severity, plan.Platform, null, _byAlert),
        ],
    };

    private AlertRoute To(SeverityRoute severity, AlertAudience audience, ImmutableArray<string>? matchers, ImmutableArray<string> groupBy)
    {
        var names = audience.Of(severity.Severity);
        return new AlertRoute
        {
            Receiver = AlertPlan.Nobody,
            Matchers = matchers,
            GroupBy = groupBy,
            Routes = names.IsEmpty ? null : [.. names.Select((name, i) => To(severity, name, goesOn: i < names.Length - 1))],
        };
    }

    private AlertRoute To(SeverityRoute severity, string name, bool goesOn) => new()
    {
        Receiver = name,
        ActiveTimeIntervals = severity.Waits && plan.Receivers.Any(receiver => receiver.Name == name && !receiver.Hours.IsEmpty) ? [name] : null,
        Continue = goesOn,
    };
}
