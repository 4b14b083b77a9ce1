using Infra.Capacity.Service;

namespace Infra.Capacity.Simulation.Servers;

/// <summary>Iterations that follow each other with the same sequences, so that one event is enough for all of them: each takes longer than the one before by what the tokens add that it put into the KV cache.</summary>
/// <param name="StartMicros">When the first one begins.</param>
/// <param name="Count">How many.</param>
/// <param name="Decoding">Sequences that get a token in each.</param>
/// <param name="ReadTokens">Prompt tokens that are read; then there is one iteration only.</param>
/// <param name="FirstTime">How long the first one takes, in microseconds.</param>
/// <param name="Growth">How much longer each takes than the one before.</param>
internal readonly record struct IterationPlan(long StartMicros, int Count, int Decoding, int ReadTokens, double FirstTime, double Growth)
{
    /// <summary>A plan for a batch. What reading prompts takes is added to what decoding takes: on the careful side, as both would share one pass over the weights.</summary>
    public static IterationPlan Of(TokenProfile profile, long now, int count, int decoding, int readTokens, long cached, double slowdown)
    {
        var decode = decoding == 0 ? 0 : profile.DecodeTimes.At(decoding) + (profile.DecodeMicrosPerCachedToken * cached);
        var read = readTokens == 0 ? 0 : profile.PrefillTimes.At(readTokens);
        return new IterationPlan(now, count, decoding, readTokens, (decode + read) * slowdown, profile.DecodeMicrosPerCachedToken * decoding * slowdown);
    }

    /// <summary>When so many of them are done.</summary>
    public long EndOf(int iterations) =>
        StartMicros + Math.Max(iterations, (long)Math.Round((iterations * FirstTime) + (Growth * iterations * (iterations - 1.0) / 2)));

    /// <summary>How many are done, or begun, at a time: what comes then is seen after these.</summary>
    public int BegunAt(long micros)
    {
        var (low, high) = (1, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = EndOf(middle) >= micros ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
