using Infra.Capacity.Simulation;
using Infra.Capacity.Traces.Synthetic;
using Infra.Core.Capacity;

namespace Infra.Capacity.Scenarios;

/// <summary>Measures a scenario by simulation, with the same seed each time.</summary>
public static class SeedMeasurement
{
    private const long Second = 1_000_000;
    private const long Seed = 1;

    // More than any of them answers: there is always a next request.
    private const double TooMany = 2000;
    private const double TooManyWithTokens = 40;

    /// <summary>Answers per second of a replica that is never without work.</summary>
    public static double Capacity(SeedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var seconds = scenario.Lengths is null ? 60 : 1800;
        var result = Run(scenario, scenario.Lengths is null ? TooMany : TooManyWithTokens, seconds, end: seconds * Second);
        return result.Requests.Completed / (double)seconds;
    }

    /// <summary>Four hours of requests at random times.</summary>
    /// <param name="scenario">Who answers.</param>
    /// <param name="perSecond">Their rate.</param>
    public static ModelResult AtRate(SeedScenario scenario, double perSecond) => Run(scenario, perSecond, 4 * 3600, end: null);

    private static ModelResult Run(SeedScenario scenario, double perSecond, long seconds, long? end)
    {
        var shape = new TrafficShape { Kind = TrafficKind.Steady, DurationMicros = seconds * Second, Peak = 1 };
        var arrivals = SyntheticTrace.Of(shape, [new SyntheticModel(0, "model", perSecond, scenario.Lengths)], Seed);
        return Simulator.Run(scenario.Platform, arrivals, new SimulationOptions { Seed = Seed, EndMicros = end }).Models[0];
    }
}
