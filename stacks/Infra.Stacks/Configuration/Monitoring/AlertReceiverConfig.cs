using Infra.Core.Configuration;
using Infra.Core.Monitoring.Alerting;
using Infra.Core.Serving.Schedules;

namespace Infra.Stacks.Configuration;

/// <summary>Where people, or programs, are told of alerts: a name, and exactly one of <c>sns</c>, <c>slack</c>, <c>pagerDuty</c> and <c>webhook</c>.</summary>
public sealed record AlertReceiverConfig : IConfigRules
{
    /// <summary>Its name, unique.</summary>
    [Matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    [MaxLength(63)]
    public required string Name { get; init; }

    /// <summary>A topic of Amazon SNS, on EKS only.</summary>
    public SnsReceiverConfig? Sns { get; init; }

    /// <summary>A channel of Slack; the secret is the address of an incoming webhook of the channel.</summary>
    [SecretByMistake]
    public SlackReceiverConfig? Slack { get; init; }

    /// <summary>A service of PagerDuty; the secret is the routing key of its Events API v2 integration.</summary>
    [SecretByMistake]
    public PagerDutyReceiverConfig? PagerDuty { get; init; }

    /// <summary>An address that gets alerts as JSON.</summary>
    [SecretByMistake]
    public WebhookReceiverConfig? Webhook { get; init; }

    /// <summary>When it is told of P1 and P2; what still fires at their beginning is told then. P0 is told at any time. Default: at any time.</summary>
    public AlertHoursConfig? OfficeHours { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        var named = new[] { ("sns", Sns is not null), ("slack", Slack is not null), ("pagerDuty", PagerDuty is not null), ("webhook", Webhook is not null) }
            .Where(kind => kind.Item2)
            .Select(kind => kind.Item1)
            .ToList();
        if (named.Count != 1)
        {
            problems.Add(path, $"has {(named.Count == 0 ? "none of sns, slack, pagerDuty and webhook" : string.Join(" and ", named))}; exactly one of them says how it is told");
        }

        if (Name == AlertPlan.Nobody)
        {
            problems.Add(ConfigPath.Key(path, "name"), $"'{Name}' is the receiver of what nobody is told of; use another name");
        }
    }

    /// <summary>The Secret of the secret that it has; null where it has none.</summary>
    internal ReceiverSecretConfig? Secret => Slack?.Secret ?? PagerDuty?.Secret ?? Webhook?.Secret;

    /// <summary>Whether its secret is an entry of <c>gpu-inference:alertSecrets</c>.</summary>
    internal bool NeedsEntry => Slack is { Secret: null } || PagerDuty is { Secret: null } || Webhook is { HasSecret: true, Secret: null };

    /// <summary>The same as the routing needs it.</summary>
    /// <param name="own">Name of the Secret that the stack makes of <c>gpu-inference:alertSecrets</c>.</param>
    internal AlertReceiver ToReceiver(string own)
    {
        var secret = Secret?.ToFile() ?? (NeedsEntry ? new SecretFile(own, Name) : null);
        AlertReceiver receiver = this switch
        {
            { Sns: { } sns } => new SnsReceiver(Name, sns.TopicArn),
            { Slack: not null } => new SlackReceiver(Name, secret!),
            { PagerDuty: not null } => new PagerDutyReceiver(Name, secret!),
            _ => new WebhookReceiver(Name, Webhook!.Url, secret),
        };
        return receiver with { Hours = OfficeHours?.ToWindows() ?? [] };
    }
}
