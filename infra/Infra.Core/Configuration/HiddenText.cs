using System.Text.Json;
using Infra.Core.Configuration.Binding;

namespace Infra.Core.Configuration;

/// <summary>Takes out of messages what may be a secret that somebody has written in the wrong place.</summary>
public static class HiddenText
{
    private const string StandIn = "a text that isn't shown, as it may be a secret,";

    /// <summary>The message without the text that it quotes.</summary>
    /// <param name="message">A message that has <see cref="Shown.Quoted"/> of the text.</param>
    /// <param name="text">The text as written.</param>
    public static string In(string message, string text)
    {
        ArgumentNullException.ThrowIfNull(message);
        var quoted = Shown.Quoted(text);
        return message.Replace($"the string {quoted}", StandIn.TrimEnd(','), StringComparison.Ordinal).Replace(quoted, StandIn, StringComparison.Ordinal);
    }

    /// <summary>The message without any text of the document.</summary>
    internal static string In(string message, JsonElement document) => document.ValueKind switch
    {
        JsonValueKind.String when Found.TryText(document, out var text) => In(message, text),
        JsonValueKind.Object => document.EnumerateObject().Aggregate(message, static (rest, property) => In(rest, property.Value)),
        JsonValueKind.Array => document.EnumerateArray().Aggregate(message, static (rest, entry) => In(rest, entry)),
        _ => message,
    };
}
