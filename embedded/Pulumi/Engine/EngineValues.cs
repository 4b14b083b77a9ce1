using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Embedded;

/// <summary>The trees that the engine shows: a resource as a value is its URN.</summary>
internal static class EngineValues
{
    public static ImmutableDictionary<string, object?> WithUrns(ImmutableDictionary<string, object?> map)
    {
        ImmutableDictionary<string, object?>.Builder? changed = null;
        foreach (var (key, value) in map)
        {
            var shown = Show(value);
            if (!ReferenceEquals(shown, value))
                (changed ??= map.ToBuilder())[key] = shown;
        }

        return changed?.ToImmutable() ?? map;
    }

    private static object? Show(object? tree)
    {
        switch (tree)
        {
            case ResourceReference reference:
                return reference.Urn;
            case JsonTextValue:
                return UnknownValue.Instance;
            case ImmutableDictionary<string, object?> map:
                return WithUrns(map);
            case ImmutableArray<object?> list when list.Any(element => !ReferenceEquals(Show(element), element)):
                return list.Select(Show).ToImmutableArray();
            case SecretValue secret when Show(secret.Value) is var shown && !ReferenceEquals(shown, secret.Value):
                return new SecretValue(shown);
            default:
                return tree;
        }
    }
}
