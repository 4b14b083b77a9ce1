using System.Globalization;
using System.Text.Json;
using Infra.Core.Units;

namespace Infra.Core.Catalog;

/// <summary>
/// Reads the catalogue's data files. They are ours and tested, so a missing property is a bug and may throw. Plain loops, because queries over
/// JSON elements would have to be compiled at every start.
/// </summary>
internal static class DataFile
{
    public static JsonDocument Open(string name, string folder = "Catalog")
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream($"Infra.Core.{folder}.{name}")!;
        return JsonDocument.Parse(stream);
    }

    public static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public static List<string> Strings(JsonElement list)
    {
        var strings = new List<string>();
        foreach (var entry in list.EnumerateArray())
        {
            strings.Add(entry.GetString()!);
        }

        return strings;
    }

    public static ByteSize? Mebibytes(JsonElement element, string property)
    {
        var number = element.GetProperty(property);
        return IsNull(number) ? null : ByteSize.FromMebibytes(number.GetInt64());
    }

    /// <summary>The number of a property that every row has.</summary>
    public static long? Number(JsonElement element, string property) => element.GetProperty(property) is var number && IsNull(number) ? null : number.GetInt64();

    /// <summary>The number of a property that few rows have.</summary>
    public static long? OptionalNumber(JsonElement element, string property) => element.TryGetProperty(property, out var number) ? number.GetInt64() : null;

    public static FactSource Source(string id, JsonElement row)
    {
        DateOnly? date = row.GetProperty("date").GetString() is { } text ? Date(text) : null;
        return new FactSource(id, Text(row, "site"), Text(row, "path"), row.GetProperty("commit").GetString(), date, Text(row, "note"));
    }

    public static bool IsNull(JsonElement element) => element.ValueKind == JsonValueKind.Null;

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
