using System.Collections.Immutable;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>Tags of everything that an environment owns in AWS.</summary>
internal static class Tags
{
    private const string Project = "project";
    private const string Environment = "environment";
    private const string ManagedBy = "managed-by";

    /// <summary>Keys that the stack sets itself.</summary>
    public static ImmutableArray<string> Own { get; } = [Project, Environment, ManagedBy];

    public static ImmutableSortedDictionary<string, string> For(string environment, AwsConfig? aws) =>
        (aws?.Tags ?? ImmutableSortedDictionary<string, string>.Empty)
            .SetItem(Project, PlatformSettings.ConfigNamespace)
            .SetItem(Environment, environment)
            .SetItem(ManagedBy, "pulumi");
}
