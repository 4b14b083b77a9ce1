using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public sealed class DictionaryInvokeArgs : InvokeArgs
{
    public DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary)
    {
        foreach (var (_, value) in dictionary.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            TargetTypes.CheckValue(nameof(dictionary), value, allowInput: true);
        Dictionary = dictionary;
    }

    internal override ImmutableDictionary<string, object?> Dictionary { get; }
}
