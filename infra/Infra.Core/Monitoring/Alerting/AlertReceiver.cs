using System.Collections.Immutable;
using Infra.Core.Monitoring.Alerting.Wire;
using Infra.Core.Serving.Schedules;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>Where people, or programs, are told of alerts.</summary>
/// <param name="Name">Its name, unique.</param>
public abstract record AlertReceiver(string Name)
{
    /// <summary>When it is told of P1 and P2; P0 is told at any time. Empty: at any time.</summary>
    public ImmutableArray<OfficeWindow> Hours { get; init; } = [];

    /// <summary>The secret that it is reached by; null where there is none.</summary>
    public virtual SecretFile? Secret => null;

    /// <summary>Whether silence can be noticed there: a dead man's switch waits for messages that must not stop.</summary>
    public abstract bool NoticesSilence { get; }

    /// <summary>The receiver as Alertmanager reads it.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="sendResolved">Whether ends of alerts are told.</param>
    internal abstract AlertmanagerReceiver ToWire(NotificationText text, bool sendResolved);
}
