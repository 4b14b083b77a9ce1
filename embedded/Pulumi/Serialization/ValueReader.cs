using System.Collections.Immutable;
using Pulumi.Embedded;

namespace Pulumi.Serialization;

/// <summary>Reads a value tree as the SDK does: one unknown or secret anywhere makes the whole value so.</summary>
internal static class ValueReader
{
    public static OutputData<T> Read<T>(string context, object? tree)
    {
        var (plain, isKnown, isSecret) = Read(tree);
        if (!isKnown)
            return new OutputData<T>(default!, ResourceSet.Empty, false, isSecret);
        var value = Converter.For(typeof(T)).ConvertOrWarn(context, plain);
        return new OutputData<T>(value is null ? default! : (T)value, ResourceSet.Empty, isKnown, isSecret);
    }

    public static OutputData<object?> ReadObject(object? tree)
    {
        var (plain, isKnown, isSecret) = Read(tree);
        return new OutputData<object?>(isKnown ? plain : null, ResourceSet.Empty, isKnown, isSecret);
    }

    public static (object? Plain, bool IsKnown, bool IsSecret) Read(object? tree)
    {
        var isKnown = true;
        var isSecret = false;
        var plain = Read(tree, ref isKnown, ref isSecret);
        return (plain, isKnown, isSecret);
    }

    /// <summary>Whether something in the tree is secret, known or not.</summary>
    public static bool HasSecret(object? tree) => tree switch
    {
        SecretValue => true,
        ImmutableDictionary<string, object?> map => map.Values.Any(HasSecret),
        ImmutableArray<object?> list => list.Any(HasSecret),
        _ => false,
    };

    private static object? Read(object? tree, ref bool isKnown, ref bool isSecret)
    {
        switch (tree)
        {
            case UnknownValue or SecretValue { Value: UnknownValue }: // a secret unknown loses its secretness on the way, as in the real SDK
                isKnown = false;
                return null;
            case SecretValue secret:
                isSecret = true;
                return Read(secret.Value, ref isKnown, ref isSecret);
            case JsonTextValue json:
                return json.Text;
            case ResourceReference reference:
                return ResourceTypes.Construct(reference);
            case ImmutableArray<object?> list:
                return ReadList(list, ref isKnown, ref isSecret) is { } changed ? changed : tree;
            case ImmutableDictionary<string, object?> map:
                return ReadMap(map, ref isKnown, ref isSecret);
            default:
                return tree;
        }
    }

    /// <summary>Null when nothing in the list had to be changed.</summary>
    private static ImmutableArray<object?>? ReadList(ImmutableArray<object?> list, ref bool isKnown, ref bool isSecret)
    {
        ImmutableArray<object?>.Builder? changed = null;
        for (var i = 0; i < list.Length; i++)
        {
            var plain = Read(list[i], ref isKnown, ref isSecret);
            if (changed is null && !ReferenceEquals(plain, list[i]))
                changed = list.ToBuilder();
            if (changed is not null)
                changed[i] = plain;
        }

        return changed?.ToImmutable();
    }

    private static ImmutableDictionary<string, object?> ReadMap(ImmutableDictionary<string, object?> map, ref bool isKnown, ref bool isSecret)
    {
        ImmutableDictionary<string, object?>.Builder? changed = null;
        foreach (var (key, value) in map)
        {
            if (key.StartsWith("__", StringComparison.Ordinal))
            {
                (changed ??= map.ToBuilder()).Remove(key);
                continue;
            }

            var plain = Read(value, ref isKnown, ref isSecret);
            if (!ReferenceEquals(plain, value))
                (changed ??= map.ToBuilder())[key] = plain;
        }

        return changed?.ToImmutable() ?? map;
    }
}
