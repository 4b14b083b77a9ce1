using System.Text.Json;

namespace Infra.LoadTesting.Tokens;

/// <summary>One event of a stream of tokens.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="PromptTokens">Tokens of the prompt, if it counts them.</param>
/// <param name="CompletionTokens">Tokens of the answer so far, if it counts them.</param>
internal readonly record struct TokenEvent(TokenEventKind Kind, int? PromptTokens = null, int? CompletionTokens = null)
{
    /// <summary>Reads the data of an event.</summary>
    /// <exception cref="JsonException">It is neither JSON nor the end.</exception>
    public static TokenEvent Parse(ReadOnlySpan<byte> data)
    {
        if (data.SequenceEqual("[DONE]"u8))
        {
            return new TokenEvent(TokenEventKind.End);
        }
        var reader = new Utf8JsonReader(data);
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || reader.Read())
        {
            throw new JsonException("no object");
        }
        if ((root.TryGetProperty("error", out var error) && error.ValueKind is not JsonValueKind.Null) || IsErrorObject(root))
        {
            return new TokenEvent(TokenEventKind.Error);
        }
        var usage = root.TryGetProperty("usage", out var counted) && counted.ValueKind == JsonValueKind.Object ? counted : default;
        return new TokenEvent(HasContent(root) ? TokenEventKind.Content : TokenEventKind.Other, Number(usage, "prompt_tokens"), Number(usage, "completion_tokens"));
    }

    // Some servers send the error itself, not below a key: vLLM's ErrorResponse was {"object": "error", "message": ...}.
    private static bool IsErrorObject(JsonElement root) => root.TryGetProperty("object", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals("error"u8);

    private static bool HasContent(JsonElement root) =>
        root.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.EnumerateArray().Any(IsContent);

    // The first event of a chat names the role with an empty text: no token yet.
    private static bool IsContent(JsonElement choice) => choice.ValueKind == JsonValueKind.Object
        && (IsText(choice, "text")
            || (choice.TryGetProperty("delta", out var delta) && delta.ValueKind == JsonValueKind.Object
                && (IsText(delta, "content") || IsText(delta, "reasoning_content") || IsText(delta, "reasoning")
                    || (delta.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array && calls.GetArrayLength() > 0))));

    private static bool IsText(JsonElement of, string name) => of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && !text.ValueEquals(""u8);

    private static int? Number(JsonElement usage, string name) =>
        usage.ValueKind == JsonValueKind.Object && usage.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) && value >= 0
            ? value
            : null;
}
