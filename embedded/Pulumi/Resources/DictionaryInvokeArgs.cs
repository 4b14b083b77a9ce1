using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public sealed class DictionaryInvokeArgs : InvokeArgs
{
    public DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary)
    {
        foreach (var value in dictionary.Values)
            TargetTypes.CheckValue(nameof(dictionary), value, allowInput: true);
        Dictionary = dictionary;
    }

    internal override ImmutableDictionary<string, object?> Dictionary { get; }
}
