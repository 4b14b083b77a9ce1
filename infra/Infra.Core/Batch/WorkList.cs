using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Infra.Core.Naming;

namespace Infra.Core.Batch;

/// <summary>What an indexed Job works through: one item per index, as files of a ConfigMap.</summary>
public sealed record WorkList
{
    /// <summary>Most bytes of all items: a ConfigMap holds 1 MiB (kubernetes.io, "ConfigMaps"), keys and metadata included.</summary>
    public const int MostBytes = 1_000_000;

    private readonly ImmutableArray<string> _items;

    /// <summary>The list of these items, in their order.</summary>
    public WorkList(IEnumerable<string> items) => _items = [.. items];

    /// <summary>How many items there are.</summary>
    public int Count => _items.Length;

    /// <summary>Bytes of all items and their names.</summary>
    public int Bytes => Files.Sum(file => Encoding.UTF8.GetByteCount(file.Key) + Encoding.UTF8.GetByteCount(file.Value));

    /// <summary>The items by their index, which is the name of the file.</summary>
    public ImmutableSortedDictionary<string, string> Files =>
        Enumerable.Range(0, _items.Length).ToImmutableSortedDictionary(Key, index => _items[index], StringComparer.Ordinal);

    /// <summary>Changes with any item: a Job that has run would not see that its ConfigMap is another one.</summary>
    public string Checksum => ShortHash.Of(string.Join('\n', _items.Select(item => item.Length.ToString(CultureInfo.InvariantCulture) + ":" + item)));

    private static string Key(int index) => index.ToString(CultureInfo.InvariantCulture);
}
