using System.Collections.Immutable;

namespace Pulumi.Embedded;

public sealed record EngineOptions
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public string Organization { get; init; } = "organization";

    public string? RootDirectory { get; init; }

    public EngineMode Mode { get; init; }

    /// <summary>`project:key` to the value's text; structured values as JSON.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Keys whose value can't be known here: reading them as secrets gives a secret unknown, reading them plainly is an error.</summary>
    public IReadOnlySet<string> EncryptedConfigKeys { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Packages whose resources must name their provider; `*` means all.</summary>
    public IReadOnlySet<string> DisabledDefaultProviders { get; init; } = ImmutableHashSet<string>.Empty;
}
