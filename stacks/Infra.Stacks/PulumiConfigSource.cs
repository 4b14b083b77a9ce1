using Pulumi;

namespace Infra.Stacks;

/// <summary>The running stack's configuration.</summary>
internal sealed class PulumiConfigSource : IConfigSource
{
    private readonly Config _config = new();

    public string? Get(string key) => _config.Get(key);

    // Config offers no list: a misspelled top-level key is found by the check before the program runs.
    public IReadOnlyCollection<string>? Keys => null;
}
