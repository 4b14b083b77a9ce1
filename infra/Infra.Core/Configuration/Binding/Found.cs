using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

/// <summary>Says in a message what a document holds.</summary>
internal static class Found
{
    public static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String when TryText(element, out _) => $"the string {Value(element)}",
        JsonValueKind.Number => $"the number {Value(element)}",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => Value(element),
    };

    public static string Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.GetPropertyCount() is var count && count == 0 ? "an empty object" : $"an object of {count} keys",
        JsonValueKind.Array => element.GetArrayLength() is var count && count == 0 ? "an empty list" : $"a list of {count} entries",
        JsonValueKind.String => TryText(element, out var text) ? Shown.Quoted(text) : "a string with broken characters",
        JsonValueKind.Number => Shown.Line(element.GetRawText()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    // JSON can escape half of a surrogate pair; .NET refuses to make a string of it.
    public static bool TryText(JsonElement element, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    // The same for a key.
    public static string Key(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
