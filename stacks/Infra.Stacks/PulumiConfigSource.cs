using Pulumi;

namespace Infra.Stacks;

/// <summary>The running stack's configuration.</summary>
internal sealed class PulumiConfigSource : IConfigSource
{
    private readonly Config _config = new(PlatformSettings.ConfigNamespace);

    public string? Get(string key) => _config.Get(key);

    // Pulumi has decrypted everything before the program runs.
    public bool IsEncrypted(string key) => false;

    // Config offers no list: a misspelled top-level key is found by the check before the program runs.
    public IReadOnlyCollection<string>? Keys => null;
}
