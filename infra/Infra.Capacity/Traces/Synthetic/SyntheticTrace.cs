using System.Collections.Immutable;
using Infra.Capacity.Randomness;

namespace Infra.Capacity.Traces.Synthetic;

/// <summary>
/// Requests that come as a Poisson process whose rate changes with time: candidates at the highest rate, of which each is kept with the chance that the rate at its moment
/// leaves it (thinning: Lewis and Shedler, 1979).
/// </summary>
public static class SyntheticTrace
{
    private const double MicrosPerSecond = 1e6;

    /// <summary>The requests of all models in the order of their times; at the same time in the order of models.</summary>
    /// <param name="shape">How traffic goes up and down.</param>
    /// <param name="models">Who is asked, and how often.</param>
    /// <param name="seed">The same seed makes the same requests.</param>
    public static IEnumerable<TraceRequest> Of(TrafficShape shape, ImmutableArray<SyntheticModel> models, long seed)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var next = new PriorityQueue<IEnumerator<TraceRequest>, (long AtMicros, int Model)>();
        foreach (var model in models)
        {
            Enqueue(OfModel(shape, model, seed).GetEnumerator());
        }

        while (next.TryDequeue(out var requests, out _))
        {
            yield return requests.Current;
            Enqueue(requests);
        }

        void Enqueue(IEnumerator<TraceRequest> requests)
        {
            if (requests.MoveNext())
            {
                next.Enqueue(requests, (requests.Current.AtMicros, requests.Current.Model));
            }
        }
    }

    private static IEnumerable<TraceRequest> OfModel(TrafficShape shape, SyntheticModel model, long seed)
    {
        var arrivals = new RandomSource(seed, $"arrivals/{model.Name}");
        var lengths = new RandomSource(seed, $"tokens/{model.Name}");
        var mean = MicrosPerSecond / (model.PerSecond * shape.Peak);
        for (var at = arrivals.NextExponential(mean); at < shape.DurationMicros; at += arrivals.NextExponential(mean))
        {
            if (arrivals.NextDouble() * shape.Peak < shape.At(at))
            {
                var (input, output) = model.Lengths?.Draw(lengths) ?? (0, 0);
                yield return new TraceRequest((long)at, model.Index, input, output);
            }
        }
    }
}
