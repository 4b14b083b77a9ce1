using System.Collections.Immutable;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>Tags of everything that an environment owns in AWS.</summary>
internal static class Tags
{
    private const string Project = "project";
    private const string Environment = "environment";
    private const string ManagedBy = "managed-by";

    /// <summary>Until when a temporary environment is needed; <c>reap</c> looks for it where a stack has no outputs yet.</summary>
    private const string TemporaryUntil = "temporary-until";

    /// <summary>Keys that the stack sets itself.</summary>
    public static ImmutableArray<string> Own { get; } = [Project, Environment, ManagedBy, TemporaryUntil];

    public static ImmutableSortedDictionary<string, string> For(string environment, AwsConfig? aws) =>
        (aws?.Tags ?? ImmutableSortedDictionary<string, string>.Empty)
            .SetItem(Project, PlatformSettings.ConfigNamespace)
            .SetItem(Environment, environment)
            .SetItem(ManagedBy, "pulumi");

    /// <summary>The tags that a provider gives to all that it makes. The deadline is among these alone: it moves, and in the tags of instances it would replace nodes.</summary>
    public static ImmutableSortedDictionary<string, string> OfProvider(string environment, PlatformSettings settings) =>
        settings.Temporary is { } temporary ? For(environment, settings.Aws).SetItem(TemporaryUntil, temporary.Until) : For(environment, settings.Aws);
}
