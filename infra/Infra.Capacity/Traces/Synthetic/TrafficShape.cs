using Infra.Core.Capacity;

namespace Infra.Capacity.Traces.Synthetic;

/// <summary>How much of its rate a model is asked for at a moment. Requests come independently of each other (a Poisson process) at that rate.</summary>
public sealed record TrafficShape
{
    private const double Day = 24 * 3600 * 1e6;
    private const double BurstEvery = 600 * 1e6;
    private const double BurstFor = 60 * 1e6;
    private const double CrowdRises = 60 * 1e6;
    private const double CrowdStays = 300 * 1e6;
    private const double CrowdHalves = 600 * 1e6;

    public required TrafficKind Kind { get; init; }

    /// <summary>When it ends, in microseconds.</summary>
    public required long DurationMicros { get; init; }

    /// <summary>The busiest moment, as a multiple of the rate; see <see cref="DefaultPeak"/>.</summary>
    public required double Peak { get; init; }

    /// <summary>
    /// The multiple that is taken where nobody says. Burst: the busiest minute of Azure's trace of code completions has 632 requests, its mean 154 (Azure/AzurePublicDataset,
    /// data/AzureLLMInferenceTrace_code.csv, commit 7909210). The others are assumptions: a day's busiest moment three times its quietest, and ten times the usual for a crowd.
    /// </summary>
    public static double DefaultPeak(TrafficKind kind) => kind switch
    {
        TrafficKind.Steady => 1,
        TrafficKind.Diurnal => 1.5,
        TrafficKind.Burst => 4,
        _ => 10,
    };

    /// <summary>How long it goes where nobody says: a day has to have its night.</summary>
    public static long DefaultDurationMicros(TrafficKind kind) => kind == TrafficKind.Diurnal ? (long)Day : (long)Day / 24;

    /// <summary>The greatest multiple allowed: a sine whose peak is more than twice its mean would fall below nothing.</summary>
    public static double MostPeak(TrafficKind kind) => kind switch
    {
        TrafficKind.Steady => 1,
        TrafficKind.Diurnal => 2,
        _ => 1000,
    };

    /// <summary>The multiple of the rate at a moment, between 0 and <see cref="Peak"/>.</summary>
    /// <param name="atMicros">The moment.</param>
    public double At(double atMicros) => Kind switch
    {
        TrafficKind.Steady => 1,
        TrafficKind.Diurnal => 1 - ((Peak - 1) * Math.Cos(2 * Math.PI * atMicros / Day)),
        TrafficKind.Burst => atMicros % BurstEvery >= BurstEvery - BurstFor ? Peak : 1,
        _ => 1 + ((Peak - 1) * Crowd(atMicros - (DurationMicros / 3.0))),
    };

    private static double Crowd(double since) => since switch
    {
        < 0 => 0,
        < CrowdRises => since / CrowdRises,
        < CrowdRises + CrowdStays => 1,
        _ => Math.Pow(0.5, (since - CrowdRises - CrowdStays) / CrowdHalves),
    };
}
