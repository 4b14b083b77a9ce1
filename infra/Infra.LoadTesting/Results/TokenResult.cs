using Infra.Capacity.Statistics;
using Infra.LoadTesting.Tokens;

namespace Infra.LoadTesting.Results;

/// <summary>What was measured of streams of tokens.</summary>
public sealed class TokenResult
{
    // Prompts of more different lengths than this are thrown together with their neighbours.
    private const int PromptStep = 16;

    private readonly SortedDictionary<int, (long Count, Int128 Sum)> _prompts = [];
    private Int128 _decoding;
    private long _decoded;

    /// <summary>From when a request was to be sent to its first token.</summary>
    public LatencyHistogram FirstToken { get; } = new();

    /// <summary>Between two events with tokens.</summary>
    public LatencyHistogram BetweenTokens { get; } = new();

    /// <summary>Events with tokens. A server may put several tokens into one, or none that can be seen yet.</summary>
    public long Events { get; private set; }

    /// <summary>How long a token after the first took on average, however many came in an event; null where no answer had two.</summary>
    public double? MeanMicrosPerToken => _decoded == 0 ? null : (double)_decoding / _decoded;

    /// <summary>Tokens of all answers: as the server has counted them, or else one for each event.</summary>
    public long CompletionTokens { get; private set; }

    /// <summary>Tokens of all prompts, where the server has counted them.</summary>
    public long PromptTokens { get; private set; }

    /// <summary>Answers whose tokens the server has not counted.</summary>
    public long Uncounted { get; private set; }

    /// <summary>The mean time to the first token by the length of the prompt, in steps of 16 tokens; empty where the server doesn't count.</summary>
    public IEnumerable<(int PromptTokens, double MeanMicros)> FirstTokenByPrompt => _prompts.Select(group => (group.Key, (double)group.Value.Sum / group.Value.Count));

    internal void Add(long at, TokenTimes tokens)
    {
        FirstToken.Record(tokens.AtMicros[0] - at);
        for (var i = 1; i < tokens.AtMicros.Count; i++)
        {
            BetweenTokens.Record(tokens.AtMicros[i] - tokens.AtMicros[i - 1]);
        }
        var count = tokens.CompletionTokens ?? tokens.AtMicros.Count;
        if (count > 1 && tokens.AtMicros.Count > 1)
        {
            (_decoding, _decoded) = (_decoding + tokens.AtMicros[^1] - tokens.AtMicros[0], _decoded + count - 1);
        }
        Events += tokens.AtMicros.Count;
        CompletionTokens += count;
        Uncounted += tokens.CompletionTokens is null ? 1 : 0;
        if (tokens.PromptTokens is > 0 and var prompt)
        {
            PromptTokens += prompt;
            var size = Math.Max((prompt + (PromptStep / 2)) / PromptStep * PromptStep, 1);
            var (answers, sum) = _prompts.GetValueOrDefault(size);
            _prompts[size] = (answers + 1, sum + tokens.AtMicros[0] - at);
        }
    }
}
