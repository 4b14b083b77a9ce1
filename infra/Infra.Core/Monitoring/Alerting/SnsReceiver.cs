using Infra.Core.Monitoring.Alerting.Wire;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>A topic of Amazon SNS, to which Alertmanager publishes as its own role.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="TopicArn">ARN of the topic.</param>
public sealed record SnsReceiver(string Name, string TopicArn) : AlertReceiver(Name)
{
    /// <inheritdoc/>
    public override bool NoticesSilence => true;

    private string Region => TopicArn.Split(':')[3];

    internal override AlertmanagerReceiver ToWire(NotificationText text, bool sendResolved) => new()
    {
        Name = Name,
        SnsConfigs = [new SnsSettings(TopicArn, new SigningSettings(Region), text.Title, NotificationText.Alerts, sendResolved)],
    };
}
