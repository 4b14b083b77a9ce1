namespace Infra.Capacity.Service;

/// <summary>
/// What one replica does for a language model with continuous batching: in each iteration every running sequence gets one token, and what is left of the token budget goes to prompts, first come, first
/// served (chunked prefill, as vLLM's scheduler does: docs.vllm.ai, "Optimization and Tuning").
/// </summary>
public sealed record TokenProfile : ServiceProfile
{
    /// <summary>Time of an iteration's prompt tokens, by their number.</summary>
    public required TimeCurve PrefillTimes { get; init; }

    /// <summary>Time of an iteration by the number of sequences that get a token in it, without what <see cref="DecodeMicrosPerCachedToken"/> adds.</summary>
    public required TimeCurve DecodeTimes { get; init; }

    /// <summary>What an iteration takes longer for each token in the KV cache that it has to read, in microseconds; 0 where the decode times were measured at the lengths that matter.</summary>
    public double DecodeMicrosPerCachedToken { get; init; }

    /// <summary>Most sequences of a batch (vLLM: <c>--max-num-seqs</c>).</summary>
    public required int MaxSequences { get; init; }

    /// <summary>Tokens that the KV cache holds, over all sequences.</summary>
    public required int KvTokens { get; init; }

    /// <summary>Most tokens of prompt and answer together, beyond which a server refuses a request (vLLM: <c>--max-model-len</c>); null where only the KV cache limits them. It is the plan's, never measured.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Most tokens of one iteration, those of running sequences included (vLLM: <c>--max-num-batched-tokens</c>).</summary>
    public int MaxBatchedTokens { get; init; } = 2048;

    /// <summary>Whether a replica takes a request: one that could never end is refused.</summary>
    /// <param name="input">Tokens of the prompt; none is read as one.</param>
    /// <param name="output">Tokens of the answer, 1 or more. The last one is never read again, and so never in the cache.</param>
    public bool Takes(int input, int output)
    {
        var all = Math.Max(1L, input) + output;
        return all - 1 <= KvTokens && !(all > MaxTokens);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Problems()
    {
        foreach (var problem in CommonProblems())
        {
            yield return problem;
        }

        if (MaxSequences < 1 || MaxSequences > DecodeTimes.LastSize)
        {
            yield return $"maxSequences: {MaxSequences} is not between 1 and {DecodeTimes.LastSize}, the largest batch with a decode time";
        }

        if (KvTokens < 1)
        {
            yield return $"kvTokens: {KvTokens} is less than 1";
        }

        if (MaxBatchedTokens < MaxSequences)
        {
            yield return $"maxBatchedTokens: {MaxBatchedTokens} is less than maxSequences, which is {MaxSequences}: an iteration could not give every sequence its token";
        }

        if (!(DecodeMicrosPerCachedToken >= 0) || double.IsInfinity(DecodeMicrosPerCachedToken))
        {
            yield return FormattableString.Invariant($"decodeMicrosPerCachedToken: {DecodeMicrosPerCachedToken} is less than 0");
        }
    }
}
