using System.Globalization;

namespace Pulumi.Tests.Harness;

/// <summary>
/// Writes plain data in one line with sorted keys: <c>{a: 1, b: ['x', null]}</c>. Numbers must be doubles, lists <c>ImmutableArray</c>,
/// maps <c>ImmutableDictionary</c>; anything else is written as its type in angle brackets, so that it can't pass for data.
/// </summary>
internal static class Shape
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool boolean => boolean ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => $"'{text}'",
        ImmutableArray<object?> list => $"[{string.Join(", ", list.Select(Of))}]",
        ImmutableDictionary<string, object?> map => Of(map!),
        _ => $"<{value.GetType().Name}>",
    };

    public static string Of(ImmutableDictionary<string, object> map) =>
        $"{{{string.Join(", ", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Of(entry.Value)}"))}}}";
}
