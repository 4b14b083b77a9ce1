using Infra.Engine.Configuration;
using Infra.Stacks;

namespace Infra.Cli;

/// <summary>The project's own configuration keys, as the environment file has them.</summary>
internal sealed class EnvironmentConfigSource(EnvironmentFile file) : IConfigSource
{
    private const string Prefix = PlatformSettings.ConfigNamespace + ":";

    public IReadOnlyCollection<string> Keys { get; } =
        [.. file.Config.Keys.Concat(file.EncryptedKeys).Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).Select(key => key[Prefix.Length..])];

    public bool IsEncrypted(string key) => file.EncryptedKeys.Contains(Prefix + key);

    public string? Get(string key) => file.Config.GetValueOrDefault(Prefix + key);
}
