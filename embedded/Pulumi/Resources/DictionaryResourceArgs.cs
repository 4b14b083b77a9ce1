using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public sealed class DictionaryResourceArgs : ResourceArgs
{
    public DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary)
    {
        foreach (var (_, value) in dictionary.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            TargetTypes.CheckValue(nameof(dictionary), value, allowInput: false);
        Dictionary = dictionary;
    }

    internal override ImmutableDictionary<string, object?> Dictionary { get; }
}
