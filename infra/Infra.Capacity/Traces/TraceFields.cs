using System.Globalization;
using Infra.Core.Configuration;

namespace Infra.Capacity.Traces;

/// <summary>Makes a request of what its fields say.</summary>
internal sealed class TraceFields(TraceModels models, TraceClock clock)
{
    /// <summary>More than any model takes; a number that is larger stands in the wrong column.</summary>
    private const int MostTokens = 100_000_000;

    public int ModelOf(ReadOnlySpan<char> name, bool hasName, long line) => models.Of(name, hasName, line);

    /// <summary>The request; a length that isn't said is allowed where nobody counts tokens.</summary>
    public TraceRequest Request(ReadOnlySpan<char> time, int model, int? input, int? output, long line)
    {
        if (models.CountsTokens(model) && (input is null || output is null))
        {
            throw new TraceFormatException(line, $"'{models.NameOf(model)}' is a language model, and nothing says how {(input is null ? $"long prompts are; allowed: {TraceColumns.AllowedInputs}" : $"long answers are; allowed: {TraceColumns.AllowedOutputs}")}");
        }

        return new TraceRequest(clock.Read(time, line), model, input ?? 0, output ?? 0);
    }

    public static int Tokens(ReadOnlySpan<char> text, string column, long line) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens) && tokens <= MostTokens
            ? tokens
            : throw new TraceFormatException(line, $"{Shown.Quoted(text.ToString())} in {Shown.Quoted(column)} is no number of tokens; allowed: a whole number from 0 to {MostTokens:N0}");
}
