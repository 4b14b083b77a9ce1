namespace Infra.Planning.Diffing;

/// <summary>One step of a path: a key, an item of a list, or into the JSON that a text holds.</summary>
public sealed record PathStep
{
    private PathStep()
    {
    }

    /// <summary>What a text holds, read as JSON.</summary>
    public static PathStep Json { get; } = new();

    /// <summary>Null for what is no key.</summary>
    public string? Key { get; private init; }

    /// <summary>The place of an item; null for what is none.</summary>
    public int? Index { get; private init; }

    /// <summary>The name of an item, where the list is one of named things.</summary>
    public string? Item { get; private init; }

    public static PathStep Of(string key) => new() { Key = key };

    public static PathStep Of(int index, string? item = null) => new() { Index = index, Item = item };
}
