using System.Collections.Frozen;

namespace Infra.Capacity.Traces;

/// <summary>
/// What traces call their columns; upper and lower case, blanks and what joins words don't count. Others are passed over.
/// Azure, 2023 to 2025: <c>TIMESTAMP,ContextTokens,GeneratedTokens</c> (Azure/AzurePublicDataset, AzureLLMInferenceDataset2023.md, commit 1a61e6c).
/// BurstGPT: <c>Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type</c> (HPMLL/BurstGPT, README.md, commit ff1a7c6).
/// Mooncake: <c>timestamp</c> in milliseconds, <c>input_length</c>, <c>output_length</c> (ai-dynamo/dynamo, benchmarks/data_generator/README.md).
/// </summary>
internal static class TraceColumns
{
    public const string AllowedTimes = "at, time, timestamp; at_ms, timestamp_ms for milliseconds";
    public const string AllowedInputs = "input_tokens, prompt_tokens, context_tokens, request_tokens, input_length";
    public const string AllowedOutputs = "output_tokens, completion_tokens, generated_tokens, response_tokens, output_length";

    // A trace that measures prompts so is Mooncake's, whose times are in milliseconds without saying so.
    private const string OfMooncake = "inputlength";

    private static readonly FrozenDictionary<string, TraceColumn> _known = new Dictionary<string, TraceColumn>
    {
        ["at"] = TraceColumn.Time,
        ["atms"] = TraceColumn.Time,
        ["time"] = TraceColumn.Time,
        ["timestamp"] = TraceColumn.Time,
        ["timestampms"] = TraceColumn.Time,
        ["model"] = TraceColumn.Model,
        ["inputtokens"] = TraceColumn.InputTokens,
        ["prompttokens"] = TraceColumn.InputTokens,
        ["contexttokens"] = TraceColumn.InputTokens,
        ["requesttokens"] = TraceColumn.InputTokens,
        [OfMooncake] = TraceColumn.InputTokens,
        ["outputtokens"] = TraceColumn.OutputTokens,
        ["completiontokens"] = TraceColumn.OutputTokens,
        ["generatedtokens"] = TraceColumn.OutputTokens,
        ["responsetokens"] = TraceColumn.OutputTokens,
        ["outputlength"] = TraceColumn.OutputTokens,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a column of this name says; null for nothing that matters here.</summary>
    public static TraceColumn? Of(string name) => _known.TryGetValue(Key(name), out var column) ? column : null;

    /// <summary>Microseconds in a time of 1, where the names of the columns tell.</summary>
    public static decimal? UnitOf(IEnumerable<string> names)
    {
        var keys = names.Select(Key).ToList();
        return keys.Exists(key => key.EndsWith("ms", StringComparison.Ordinal) && _known.GetValueOrDefault(key, TraceColumn.Model) == TraceColumn.Time) || keys.Contains(OfMooncake) ? 1_000 : null;
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant));
}
