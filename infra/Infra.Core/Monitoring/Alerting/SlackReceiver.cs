using Infra.Core.Monitoring.Alerting.Wire;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>A channel of Slack, by an incoming webhook: the address says which channel, and is the secret.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="Address">The address.</param>
public sealed record SlackReceiver(string Name, SecretFile Address) : AlertReceiver(Name)
{
    /// <inheritdoc/>
    public override SecretFile? Secret => Address;

    /// <inheritdoc/>
    public override bool NoticesSilence => false;

    internal override AlertmanagerReceiver ToWire(NotificationText text, bool sendResolved) => new()
    {
        Name = Name,
        SlackConfigs = [new SlackSettings(Address.Path, text.Title, NotificationText.Alerts, sendResolved)],
    };
}
