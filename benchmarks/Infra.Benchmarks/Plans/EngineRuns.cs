using System.Collections.Immutable;
using Infra.Benchmarks.Measuring;

namespace Infra.Benchmarks.Plans;

/// <summary>What the runs of an engine over one plan took.</summary>
/// <param name="First">The first one, which in a new process compiles and reads facts too.</param>
/// <param name="Warm">Those after it.</param>
internal sealed record EngineRuns(RunTime First, ImmutableArray<RunTime> Warm)
{
    public Spread Seconds => Spread.Of(Warm.Select(run => run.Seconds));

    /// <summary>The least: whatever else the machine does, makes it more and never less.</summary>
    public double CpuSeconds => Warm.Min(run => run.CpuSeconds);
}
