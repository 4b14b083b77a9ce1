using System.Text.Json;
using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>JSON that a text holds: policies, dashboards, settings of add-ons. Two of them are compared as what they say, not as how they are written.</summary>
internal static class JsonInText
{
    /// <summary>More digits may not survive in a double, and then two numbers would look the same.</summary>
    private const int SafeDigits = 15;

    /// <returns>The document; null where the text holds none that is an object or a list.</returns>
    public static PlanValue? Of(string text)
    {
        if (text.AsSpan().TrimStart() is not (['{', ..] or ['[', ..]))
        {
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(text);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // A key stands twice: what it means is the reader's choice, so it stays a text.
            return null;
        }
    }

    private static PlanValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new PlanValue.Object(ValueMap.Create(element.EnumerateObject().Select(static p => KeyValuePair.Create(p.Name, Of(p.Value))))),
        JsonValueKind.Array => new PlanValue.List([.. element.EnumerateArray().Select(Of)]),
        JsonValueKind.String => new PlanValue.String(element.GetString()!),
        JsonValueKind.Number => element.GetRawText() is { Length: <= SafeDigits } ? new PlanValue.Number(element.GetDouble()) : new PlanValue.String(element.GetRawText()),
        JsonValueKind.True => new PlanValue.Bool(true),
        JsonValueKind.False => new PlanValue.Bool(false),
        _ => PlanValue.Null.Instance,
    };
}
