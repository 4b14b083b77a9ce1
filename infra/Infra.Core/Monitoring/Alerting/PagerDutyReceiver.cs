using Infra.Core.Monitoring.Alerting.Wire;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>A service of PagerDuty; who is called when is said there.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="RoutingKey">The integration's key.</param>
public sealed record PagerDutyReceiver(string Name, SecretFile RoutingKey) : AlertReceiver(Name)
{
    /// <inheritdoc/>
    public override SecretFile? Secret => RoutingKey;

    /// <inheritdoc/>
    public override bool NoticesSilence => false;

    internal override AlertmanagerReceiver ToWire(NotificationText text, bool sendResolved) => new()
    {
        Name = Name,
        PagerDutyConfigs = [new PagerDutySettings(RoutingKey.Path, text.Title, NotificationText.PagerDutySeverity, text.PagerDutyDetails, [NotificationText.RunbookLink], sendResolved)],
    };
}
