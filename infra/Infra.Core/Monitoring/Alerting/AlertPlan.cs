using System.Collections.Immutable;
using Infra.Core.Monitoring.Alerting.Wire;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>Who is told of an environment's alerts.</summary>
public sealed record AlertPlan
{
    /// <summary>Receiver that tells nobody; no other may have its name.</summary>
    public const string Nobody = "nobody";

    /// <summary>Alert that always fires, so that its silence is noticed (chart kube-prometheus-stack, group general.rules).</summary>
    public const string Watchdog = "Watchdog";

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>Whom there is to be told.</summary>
    public required ImmutableArray<AlertReceiver> Receivers { get; init; }

    /// <summary>Who is told of what is no tenant's, and of tenants' alerts that the tenant has nobody for.</summary>
    public required AlertAudience Platform { get; init; }

    /// <summary>Who is told of tenants' alerts, by tenant.</summary>
    public ImmutableSortedDictionary<string, AlertAudience> Tenants { get; init; } = ImmutableSortedDictionary<string, AlertAudience>.Empty;

    /// <summary>Name of the receiver that notices when alerts can't be sent any more. Default: none.</summary>
    public string? DeadMansSwitch { get; init; }

    /// <summary>Alertmanager's configuration.</summary>
    public AlertmanagerFile ToFile()
    {
        var text = new NotificationText(Environment);
        return new AlertmanagerFile
        {
            Route = new AlertRouting(this).Root,
            InhibitRules = Inhibition.Rules,
            // A resolved watchdog would look like one more sign of life.
            Receivers = [new AlertmanagerReceiver { Name = Nobody }, .. Receivers.Select(receiver => receiver.ToWire(text, sendResolved: receiver.Name != DeadMansSwitch))],
            TimeIntervals = [.. Receivers.Where(receiver => !receiver.Hours.IsEmpty).Select(ActiveTimes.Of)],
        };
    }
}
