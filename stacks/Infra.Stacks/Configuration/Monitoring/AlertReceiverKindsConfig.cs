using Infra.Core.Configuration;
using Infra.Core.Monitoring.Alerting;

namespace Infra.Stacks.Configuration;

/// <summary>A topic of Amazon SNS.</summary>
public sealed record SnsReceiverConfig
{
    /// <summary>ARN of the topic. Alertmanager's role may publish to it; a topic of another account has to allow it, and an encrypted one needs its key for it too.</summary>
    [Matches("arn:aws:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+", "the ARN of an SNS topic, such as arn:aws:sns:us-west-2:123456789012:alerts")]
    public required string TopicArn { get; init; }
}

/// <summary>A channel of Slack.</summary>
public sealed record SlackReceiverConfig
{
    /// <summary>Secret that has the address. Default: the entry of <c>gpu-inference:alertSecrets</c> by the receiver's name.</summary>
    public ReceiverSecretConfig? Secret { get; init; }
}

/// <summary>A service of PagerDuty.</summary>
public sealed record PagerDutyReceiverConfig
{
    /// <summary>Secret that has the routing key. Default: the entry of <c>gpu-inference:alertSecrets</c> by the receiver's name.</summary>
    public ReceiverSecretConfig? Secret { get; init; }
}

/// <summary>An address that gets alerts as JSON.</summary>
public sealed record WebhookReceiverConfig : IConfigRules
{
    /// <summary>The address. Default: it is the secret itself, as those of chats and of dead man's switches are.</summary>
    [Matches("https?://[^ ]+", "an address such as https://alerts.example.com/gpu")]
    public string? Url { get; init; }

    /// <summary>Whether a bearer token is sent to <c>url</c>, which is the secret then. Default: false.</summary>
    public bool Token { get; init; }

    /// <summary>Secret that has the address, or the token. Default: the entry of <c>gpu-inference:alertSecrets</c> by the receiver's name.</summary>
    public ReceiverSecretConfig? Secret { get; init; }

    /// <summary>Whether it has a secret.</summary>
    internal bool HasSecret => Url is null || Token;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Url is null && Token)
        {
            problems.Add(ConfigPath.Key(path, "token"), "is sent to url, and there is none; set url or remove token");
        }

        if (Url is not null && !Uri.TryCreate(Url, UriKind.Absolute, out _))
        {
            problems.Add(ConfigPath.Key(path, "url"), $"{Shown.Quoted(Url)} is no address; look at its host and its port, which is at most 65535");
        }

        if (!HasSecret && Secret is not null)
        {
            problems.Add(ConfigPath.Key(path, "secret"), "has neither address nor token to hold; remove it, or remove url, or set token: true");
        }
    }
}

/// <summary>A Secret in Alertmanager's namespace, which somebody else keeps, such as an external store.</summary>
public sealed record ReceiverSecretConfig
{
    /// <summary>Its name.</summary>
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", "a lower-case name of letters, digits, '-' and '.'")]
    public required string Name { get; init; }

    /// <summary>Key of the secret in it.</summary>
    [Matches("[A-Za-z0-9._-]+", "a key of letters, digits and '-', '_', '.'")]
    public required string Key { get; init; }

    internal SecretFile ToFile() => new(Name, Key);
}
