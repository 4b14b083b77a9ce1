using System.Collections;
using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.TestKit.Components;

/// <summary>Turns what mocks receive into JSON.</summary>
internal static class InputJson
{
    // Beyond this a double no longer holds every whole number.
    private const double LargestExactInteger = 9_007_199_254_740_992;

    public static JObject Object(IEnumerable<KeyValuePair<string, object?>> values) =>
        new(values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new JProperty(pair.Key, Value(pair.Value))));

    public static JToken Value(object? value) => value switch
    {
        null => JValue.CreateNull(),
        string or bool => new JValue(value),
        double number when double.IsInteger(number) && Math.Abs(number) <= LargestExactInteger => new JValue((long)number),
        double number => new JValue(number),
        int number => new JValue((long)number),
        Resource resource => new JValue(resource.GetResourceName()),
        IDictionary<string, object?> map => Object(map),
        IEnumerable list => new JArray(list.Cast<object?>().Select(Value)),
        _ => new JValue(value.ToString()),
    };
}
