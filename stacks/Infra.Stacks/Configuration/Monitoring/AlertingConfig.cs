using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Who is told of alerts. Alerts that no receiver gets still show in Alertmanager and on dashboards.</summary>
public sealed record AlertingConfig : IConfigRules
{
    /// <summary>
    /// Address of the folder of runbooks, which alerts link to: where your people read <c>docs/runbooks</c>, such as
    /// <c>https://git.example.com/platform/blob/main/docs/runbooks</c>. Default: none; alerts name the page's path in this repository.
    /// </summary>
    [Matches("https?://[^ ]*[^ /]", "an address such as https://git.example.com/platform/blob/main/docs/runbooks, without a slash at its end")]
    public string? Runbooks { get; init; }

    /// <summary>Whom there is to be told. Default: nobody; then there is no Alertmanager either.</summary>
    public ImmutableArray<AlertReceiverConfig> Receivers { get; init; } = [];

    /// <summary>Who is told of what is no tenant's, and of tenants' alerts that the tenant has nobody for.</summary>
    public AlertAudienceConfig Platform { get; init; } = new();

    /// <summary>
    /// Receiver that is told every five minutes that alerts work, and raises an alarm itself when it isn't: a webhook or an SNS topic, for nothing else. Default: none; then
    /// nobody notices when Prometheus, Alertmanager or the cluster is gone.
    /// </summary>
    public string? DeadMansSwitch { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Receivers.IsEmpty)
        {
            return;
        }

        if (Platform.P0.IsEmpty)
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "platform"), "p0"), "names nobody; say who is told of what can't wait");
        }

        if (Platform.P1.IsEmpty)
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "platform"), "p1"), "names nobody; say who is told of what somebody has to look at the same day");
        }
    }
}
