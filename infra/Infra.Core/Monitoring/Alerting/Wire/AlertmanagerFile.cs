using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Infra.Core.Monitoring.Alerting.Wire;

/// <summary>
/// Alertmanager's configuration file. Nothing in it is secret: secrets are files that it names. Only keys that Alertmanager 0.25 to 0.34 read alike
/// (prometheus/alertmanager, config/config.go and config/notifiers.go at v0.25.0 and v0.34.0), with one exception, <see cref="WebhookSettings.UrlFile"/>.
/// </summary>
public sealed record AlertmanagerFile
{
    private static readonly JsonSerializerSettings _settings = new()
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() },
        DefaultValueHandling = DefaultValueHandling.Ignore,
        Formatting = Formatting.Indented,
    };

    /// <summary>Root of the tree of routes: it takes every alert.</summary>
    public required AlertRoute Route { get; init; }

    /// <summary>Which alerts hide which.</summary>
    public required ImmutableArray<InhibitRule> InhibitRules { get; init; }

    /// <summary>Whom routes name.</summary>
    public required ImmutableArray<AlertmanagerReceiver> Receivers { get; init; }

    /// <summary>Times that routes name.</summary>
    public required ImmutableArray<NamedTimes> TimeIntervals { get; init; }

    /// <summary>The file: JSON, which is YAML too.</summary>
    public string ToJson() => JsonConvert.SerializeObject(this, _settings).ReplaceLineEndings("\n") + "\n";
}
