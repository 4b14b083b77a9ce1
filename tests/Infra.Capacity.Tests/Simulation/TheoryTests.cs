using Infra.Capacity.Randomness;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation;
using Infra.Capacity.Traces;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>
/// Against formulas of queueing theory: the mean waiting time of independent runs lies around the formula. 20 runs of 100,000 requests each, with the seeds 1 to 20; the interval is Student's for 99 % (19 degrees of freedom: 2.861).
/// </summary>
public sealed class TheoryTests
{
    private const int Runs = 20;
    private const int Requests = 100_000;
    private const double Student = 2.861;
    private const double Service = 100_000;

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Random_arrivals_and_service_at_one_server(double utilisation) =>
        Holds(1, utilisation, ServiceSpread.Exponential, utilisation / (1 - utilisation) * Service);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Random_arrivals_and_equal_service_at_one_server(double utilisation) =>
        Holds(1, utilisation, ServiceSpread.Deterministic, utilisation / (2 * (1 - utilisation)) * Service);

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(4, 0.8)]
    [InlineData(16, 0.8)]
    public void Random_arrivals_and_service_at_several_servers(int servers, double utilisation) =>
        Holds(servers, utilisation, ServiceSpread.Exponential, ErlangC(servers, utilisation) / (servers * (1 - utilisation)) * Service);

    [Fact]
    public void A_measured_spread_waits_as_long_as_its_variance_says()
    {
        // Pollaczek and Khinchine; quantiles on one line are a uniform distribution, here from half of the mean to one and a half.
        const double Utilisation = 0.7;
        const double SquaredVariation = 1.0 / 12;
        Holds(1, Utilisation, ServiceSpread.Measured(50, 100, 150), Utilisation / (1 - Utilisation) * (1 + SquaredVariation) / 2 * Service);
    }

    [Fact]
    public void Requests_in_flight_are_arrival_rate_times_latency()
    {
        // Little's law, which holds for whatever queue: measured independently, as an area over time and as a mean over requests.
        var profile = new TokenProfile
        {
            Source = "test",
            IsEstimate = true,
            MaxSequences = 8,
            KvTokens = 4000,
            MaxBatchedTokens = 512,
            PrefillTimes = new TimeCurve(new TimePoint(1, 2_000), new TimePoint(512, 40_000)),
            DecodeTimes = new TimeCurve(new TimePoint(1, 10_000), new TimePoint(8, 20_000)),
            DecodeMicrosPerCachedToken = 2,
        };
        var result = Platforms.Of(Platforms.Model(profile, replicas: 2)).Run(Poisson(1, 250_000, 20_000, inputTokens: 200, outputTokens: 40)).Models[0];

        var rate = (double)result.Requests.Completed / result.Intervals[^1].AtMicros;
        Assert.Equal(20_000, result.Requests.Completed);
        Assert.InRange(result.MeanInFlight / (rate * result.Latency.MeanMicros), 0.99, 1.01);
    }

    internal static IEnumerable<TraceRequest> Poisson(long seed, double meanMicros, int count, int model = 0, int inputTokens = 0, int outputTokens = 0)
    {
        var chance = new RandomSource(seed, "arrivals");
        var at = 0.0;
        for (var i = 0; i < count; i++)
        {
            at += chance.NextExponential(meanMicros);
            yield return new TraceRequest((long)Math.Round(at), model, inputTokens, outputTokens);
        }
    }

    private static void Holds(int servers, double utilisation, ServiceSpread spread, double expectedMicros)
    {
        var platform = Platforms.Of(Platforms.Model(Platforms.Requests(Service, servers, spread)));
        var means = Enumerable.Range(1, Runs)
            .Select(seed => platform.Run(Poisson(seed, Service / servers / utilisation, Requests), new SimulationOptions { Seed = seed }).Models[0].Waiting.MeanMicros)
            .ToArray();
        var mean = means.Average();
        var deviation = Math.Sqrt(means.Sum(value => (value - mean) * (value - mean)) / (Runs - 1));

        var half = Student * deviation / Math.Sqrt(Runs);
        Assert.InRange(expectedMicros, mean - half, mean + half);
        // An interval that holds anything would show nothing.
        Assert.True(half < 0.05 * expectedMicros, $"half of the interval is {half}, the formula says {expectedMicros}");
    }

    // The probability that a request waits.
    private static double ErlangC(int servers, double utilisation)
    {
        var load = servers * utilisation;
        var (sum, term) = (0.0, 1.0);
        for (var i = 0; i < servers; i++)
        {
            sum += term;
            term *= load / (i + 1);
        }

        var waits = term / (1 - utilisation);
        return waits / (sum + waits);
    }
}
