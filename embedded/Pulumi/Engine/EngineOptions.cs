using System.Collections.Immutable;

namespace Pulumi.Embedded;

public sealed record EngineOptions
{
    /// <summary>What Pulumi's own backends call the organization when there is none.</summary>
    public const string DefaultOrganization = "organization";

    public required string Project { get; init; }

    public required string Stack { get; init; }

    public string Organization { get; init; } = DefaultOrganization;

    public string? RootDirectory { get; init; }

    public EngineMode Mode { get; init; }

    /// <summary>`project:key` to the value's text; structured values as JSON.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Keys whose value can't be known here: reading them as secrets gives a secret unknown, reading them plainly is an error.</summary>
    public IReadOnlySet<string> EncryptedConfigKeys { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>
    /// Is told, in a sentence with the names of what waits, when nothing has happened for a while; null doesn't watch.
    /// The run goes on: a program may work for long, and only its author knows.
    /// </summary>
    public Action<string>? Waiting { get; init; }

    /// <summary>
    /// Is told as soon as a previewed program meets what a rendered run would answer differently: it reads something unknown, asks
    /// whether this is a preview, or leaves a name to the provider. Perhaps more than once, from any thread. Where it is never
    /// told, a rendered run registers the same.
    /// </summary>
    public Action? Unknown { get; init; }

    /// <summary>The clock by which a run is watched: for what can't go on, and for <see cref="Waiting"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// What stack references find: <c>organization/project/stack</c> to the stack's outputs, in trees as <see cref="RegisteredResource"/> has
    /// them; an encrypted output is a secret unknown. The outputs of other stacks are unknown.
    /// </summary>
    public IReadOnlyDictionary<string, ImmutableDictionary<string, object?>> StackReferences { get; init; }
        = ImmutableDictionary<string, ImmutableDictionary<string, object?>>.Empty;

    /// <summary>Packages whose resources must name their provider; `*` means all.</summary>
    public IReadOnlySet<string> DisabledDefaultProviders { get; init; } = ImmutableHashSet<string>.Empty;
}
