using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Alerting.Wire;

/// <summary>Whom routes name; without settings of any kind nobody is told.</summary>
public sealed record AlertmanagerReceiver
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Topics of Amazon SNS.</summary>
    public ImmutableArray<SnsSettings>? SnsConfigs { get; init; }

    /// <summary>Channels of Slack.</summary>
    public ImmutableArray<SlackSettings>? SlackConfigs { get; init; }

    /// <summary>Services of PagerDuty.</summary>
    [Newtonsoft.Json.JsonProperty("pagerduty_configs")]
    public ImmutableArray<PagerDutySettings>? PagerDutyConfigs { get; init; }

    /// <summary>Addresses that get alerts as JSON.</summary>
    public ImmutableArray<WebhookSettings>? WebhookConfigs { get; init; }
}
