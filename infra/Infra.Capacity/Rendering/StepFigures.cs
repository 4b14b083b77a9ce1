namespace Infra.Capacity.Rendering;

/// <summary>A number that changes in steps, over the whole time.</summary>
/// <param name="Min">The least.</param>
/// <param name="Mean">The mean over time.</param>
/// <param name="Max">The most.</param>
public readonly record struct StepFigures(int Min, double Mean, int Max)
{
    /// <summary>The figures of steps.</summary>
    /// <param name="steps">From when on, and how many, in order of time.</param>
    /// <param name="endMicros">When the last one ends.</param>
    public static StepFigures Of(IEnumerable<(long AtMicros, int Value)> steps, long endMicros)
    {
        var (min, max, last, from, sum) = (int.MaxValue, 0, 0, 0L, 0.0);
        foreach (var (at, value) in steps)
        {
            sum += (double)last * (at - from);
            (from, last) = (at, value);
            // What lasts no time is no state.
            if (at < endMicros)
            {
                (min, max) = (Math.Min(min, value), Math.Max(max, value));
            }
        }

        sum += (double)last * Math.Max(endMicros - from, 0);
        return min == int.MaxValue ? new StepFigures(last, last, last) : new StepFigures(min, endMicros > 0 ? sum / endMicros : last, max);
    }
}
