using System.Globalization;
using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>
/// By what the items of a list are told apart. Those of Kubernetes are its own merge keys
/// (<c>x-kubernetes-patch-merge-key</c> and <c>x-kubernetes-list-map-keys</c> in the API's OpenAPI document, 1.34), with what makes an item unique besides.
/// </summary>
internal static class ItemKeys
{
    private static readonly Dictionary<string, string[][]> _known = new(StringComparer.Ordinal)
    {
        ["ports"] = [["containerPort", "protocol"], ["port", "protocol"]],
        ["volumeMounts"] = [["mountPath"]],
        ["volumeDevices"] = [["devicePath"]],
        ["hostAliases"] = [["ip"]],
        ["topologySpreadConstraints"] = [["topologyKey", "whenUnsatisfiable"]],
        ["tolerations"] = [["key", "operator", "value", "effect"]],
        ["taints"] = [["key", "effect"]],
        ["conditions"] = [["type"]],
        ["ownerReferences"] = [["uid"]],
    };

    // What people name things by, in our own inputs as in those of others.
    private static readonly string[][] _usual = [["name"], ["key"]];

    /// <returns>The key of every item; null where the lists aren't ones of named things, or two of them have the same name.</returns>
    public static (IReadOnlyList<string> Before, IReadOnlyList<string> After)? Of(string list, ValueList<PlanValue> before, ValueList<PlanValue> after)
    {
        foreach (var properties in _known.GetValueOrDefault(list, []).Concat(_usual))
        {
            if (Keys(before, properties) is { } olds && Keys(after, properties) is { } news)
            {
                return (olds, news);
            }
        }
        return null;
    }

    private static List<string>? Keys(ValueList<PlanValue> items, string[] properties)
    {
        var keys = new List<string>(items.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item is not PlanValue.Object { Properties: var map } || Key(map, properties) is not { } key || !seen.Add(key))
            {
                return null;
            }
            keys.Add(key);
        }
        return keys;
    }

    private static string? Key(ValueMap item, string[] properties)
    {
        var parts = new List<string>(properties.Length);
        foreach (var property in properties)
        {
            switch (item.TryGetValue(property, out var value) ? value : null)
            {
                case PlanValue.String { Value: var text }:
                    parts.Add(text);
                    break;
                case PlanValue.Number { Value: var number }:
                    parts.Add(number.ToString("R", CultureInfo.InvariantCulture));
                    break;
                case null or PlanValue.Null when parts.Count > 0:
                    break;
                default:
                    return null;
            }
        }
        return string.Join('/', parts);
    }
}
