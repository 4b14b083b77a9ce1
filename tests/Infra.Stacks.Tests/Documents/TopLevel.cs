using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Tests.Documents;

/// <summary>The top-level keys of the project's namespace.</summary>
internal static class TopLevel
{
    public static ImmutableArray<ConfigKey> Keys { get; } = ((ConfigShape.Record)ConfigShape.Of<PlatformSettings>()).Keys;

    public static string FullName(ConfigKey key) => $"{PlatformSettings.ConfigNamespace}:{key.Name}";

    public static string FullName(SecretKey secret) => $"{PlatformSettings.ConfigNamespace}:{secret.Name}";
}
