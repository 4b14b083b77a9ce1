using Infra.Capacity.Platform;
using Infra.Capacity.Simulation.Loop;
using Infra.Capacity.Traces;

namespace Infra.Capacity.Simulation;

/// <summary>A platform under load, event by event (docs/adr/0047-simulation.md).</summary>
public static class Simulator
{
    /// <summary>Sends requests to a platform and lets it work, scale and break.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="arrivals">The requests, in order of their times; read one ahead, so that a trace of any length takes no memory.</param>
    /// <param name="options">The rest.</param>
    /// <exception cref="ArgumentException">A request comes before the one before it, or asks a model that isn't there or of which nobody says how long it takes.</exception>
    public static SimulationResult Run(SimulatedPlatform platform, IEnumerable<TraceRequest> arrivals, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(arrivals);
        ArgumentNullException.ThrowIfNull(options);
        return new SimulationRun(platform, options).Run(arrivals);
    }
}
