using System.Collections.Immutable;

namespace Infra.Automation.Editing;

/// <summary>What an item of a list is to say from now on.</summary>
/// <param name="List">The list, a key of the project: <c>pools</c>, <c>models</c>.</param>
/// <param name="Item">The item's name.</param>
/// <param name="Key">A key of the item whose value is a map, where only some of its keys change; null for keys of the item itself.</param>
/// <param name="Yaml">The keys that change, as YAML: <c>{instanceTypes: [g6.xlarge], capacityType: spot}</c>.</param>
public sealed record ItemEdit(string List, string Item, string? Key, string Yaml)
{
    /// <summary>Keys that go away. Default: none.</summary>
    public ImmutableArray<string> Without { get; init; } = [];
}
