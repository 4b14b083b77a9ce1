namespace Infra.LoadTesting.Tokens;

/// <summary>When the tokens of an answer came.</summary>
/// <param name="AtMicros">When each event with content came, in the run's time; at least one.</param>
/// <param name="PromptTokens">Tokens of the prompt, where the server has counted them.</param>
/// <param name="CompletionTokens">Tokens of the answer, where the server has counted them.</param>
public sealed record TokenTimes(IReadOnlyList<long> AtMicros, int? PromptTokens, int? CompletionTokens);
