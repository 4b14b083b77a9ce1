using System.Text.Json.Serialization;

namespace Infra.Bootstrap;

/// <summary>An environment of GitHub whose jobs deploy.</summary>
public sealed record DeployEnvironment
{
    /// <summary>Its name at GitHub.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Stacks that its jobs may update; <c>pr-*</c> for all that begin so.</summary>
    [JsonPropertyName("stacks")]
    public IReadOnlyList<string>? Stacks { get; init; }

    /// <summary>Regions that these stacks use.</summary>
    [JsonPropertyName("regions")]
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>The environment whose stacks it only looks at, with the key of its secrets, as drift.yml does; null for one that deploys.</summary>
    [JsonPropertyName("looksAt")]
    public string? LooksAt { get; init; }

    /// <summary>The environment whose key encrypts the secrets of its stacks.</summary>
    internal string KeyOwner => LooksAt ?? Name!;
}
