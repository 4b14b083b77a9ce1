using Infra.Engine.Configuration;
using Infra.Stacks;

namespace Infra.Cli;

/// <summary>The project's keys of an environment file.</summary>
internal sealed class EnvironmentConfigSource(EnvironmentFile file) : IConfigSource
{
    private const string Prefix = PlatformSettings.ConfigNamespace + ":";

    public string? Get(string key) => file.Config.GetValueOrDefault(Prefix + key);

    public IReadOnlyCollection<string> Keys { get; } =
    [
        .. file.Config.Keys.Concat(file.EncryptedKeys)
            .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(key => key[Prefix.Length..]),
    ];
}
