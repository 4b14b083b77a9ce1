namespace Infra.Planning.Diffing;

/// <summary>One step of a path: a key, or an item of a list.</summary>
public sealed record PathStep
{
    private PathStep()
    {
    }

    /// <summary>Null for an item.</summary>
    public string? Key { get; private init; }

    /// <summary>The place of an item; null for a key.</summary>
    public int? Index { get; private init; }

    /// <summary>The name of an item, where the list is one of named things.</summary>
    public string? Item { get; private init; }

    public static PathStep Of(string key) => new() { Key = key };

    public static PathStep Of(int index, string? item = null) => new() { Index = index, Item = item };
}
