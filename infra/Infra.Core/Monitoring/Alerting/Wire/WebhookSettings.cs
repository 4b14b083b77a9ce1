using Newtonsoft.Json;

namespace Infra.Core.Monitoring.Alerting.Wire;

/// <summary>An address that gets alerts as JSON.</summary>
public sealed record WebhookSettings
{
    /// <summary>The address, if it is no secret.</summary>
    public string? Url { get; init; }

    /// <summary>File with the address, if it is a secret (since 0.26: the one key that amtool 0.25 doesn't know).</summary>
    public string? UrlFile { get; init; }

    /// <summary>How requests are sent.</summary>
    public HttpSettings? HttpConfig { get; init; }

    /// <summary>Whether ends of alerts are told.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Include)]
    public required bool SendResolved { get; init; }
}

/// <summary>How requests are sent.</summary>
/// <param name="Authorization">Who sends them.</param>
public sealed record HttpSettings(AuthorizationSettings Authorization);

/// <summary>Header of requests that says who sends them.</summary>
/// <param name="CredentialsFile">File with a bearer token (since 0.22).</param>
public sealed record AuthorizationSettings(string CredentialsFile);
