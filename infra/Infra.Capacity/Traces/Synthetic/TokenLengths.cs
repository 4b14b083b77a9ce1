using System.Collections.Immutable;
using Infra.Capacity.Randomness;

namespace Infra.Capacity.Traces.Synthetic;

/// <summary>
/// Lengths of prompts and answers as they were counted in a public trace: quantiles, and a straight line between two of them. A prompt's length and its answer's are drawn
/// independently of each other, which they aren't; a trace of one's own has both.
/// </summary>
public sealed class TokenLengths
{
    // Where the quantiles stand that the tables below have.
    private static readonly ImmutableArray<double> _shares = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];

    private readonly ImmutableArray<int> _inputs;
    private readonly ImmutableArray<int> _outputs;

    private TokenLengths(string name, string source, ImmutableArray<int> inputs, ImmutableArray<int> outputs) => (Name, Source, _inputs, _outputs) = (name, source, inputs, outputs);

    /// <summary>People who talk to a model.</summary>
    public static TokenLengths Conversation { get; } = new(
        "conversation",
        "19,366 requests of a conversation service, Azure, November 2023 (Azure/AzurePublicDataset, data/AzureLLMInferenceTrace_conv.csv, commit 7909210)",
        [2, 181, 207, 396, 1020, 1189, 2735, 4083, 4142, 6212, 14050],
        [7, 41, 54, 85, 129, 395, 424, 451, 601, 954, 1000]);

    /// <summary>Editors that complete code: long prompts, short answers.</summary>
    public static TokenLengths Code { get; } = new(
        "code",
        "8,819 requests of a coding service, Azure, November 2023 (Azure/AzurePublicDataset, data/AzureLLMInferenceTrace_code.csv, commit 7909210)",
        [3, 75, 147, 578, 1469, 2745, 5194, 7315, 7436, 7437, 7437],
        [6, 6, 7, 9, 13, 24, 55, 90, 252, 831, 1899]);

    public static ImmutableArray<TokenLengths> All { get; } = [Conversation, Code];

    /// <summary>What the command line calls it.</summary>
    public string Name { get; }

    /// <summary>Where the numbers come from.</summary>
    public string Source { get; }

    /// <summary>A prompt's length and its answer's.</summary>
    public (int Input, int Output) Draw(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return (At(_inputs, random.NextDouble()), At(_outputs, random.NextDouble()));
    }

    private static int At(ImmutableArray<int> quantiles, double share)
    {
        var upper = 1;
        while (_shares[upper] <= share)
        {
            upper++;
        }

        var (from, to) = (quantiles[upper - 1], quantiles[upper]);
        return (int)Math.Round(from + ((to - from) * (share - _shares[upper - 1]) / (_shares[upper] - _shares[upper - 1])));
    }
}
