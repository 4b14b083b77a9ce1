using System.Collections.Immutable;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>Tags of everything that an environment owns in AWS.</summary>
internal static class Tags
{
    public static ImmutableSortedDictionary<string, string> For(string environment, AwsConfig? aws) =>
        (aws?.Tags ?? ImmutableSortedDictionary<string, string>.Empty)
            .SetItem("project", PlatformSettings.ConfigNamespace)
            .SetItem("environment", environment)
            .SetItem("managed-by", "pulumi");
}
