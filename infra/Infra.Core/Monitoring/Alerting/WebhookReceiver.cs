using Infra.Core.Monitoring.Alerting.Wire;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>An address that gets alerts as JSON.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="Url">The address; null where it is the secret itself.</param>
/// <param name="Hidden">The address or, with <paramref name="Url"/>, the bearer token that is sent to it; null for neither.</param>
public sealed record WebhookReceiver(string Name, string? Url, SecretFile? Hidden) : AlertReceiver(Name)
{
    /// <inheritdoc/>
    public override SecretFile? Secret => Hidden;

    /// <inheritdoc/>
    public override bool NoticesSilence => true;

    internal override AlertmanagerReceiver ToWire(NotificationText text, bool sendResolved) => new()
    {
        Name = Name,
        WebhookConfigs =
        [
            new WebhookSettings
            {
                Url = Url,
                UrlFile = Url is null ? Hidden!.Path : null,
                HttpConfig = Url is not null && Hidden is not null ? new HttpSettings(new AuthorizationSettings(Hidden.Path)) : null,
                SendResolved = sendResolved,
            },
        ],
    };
}
