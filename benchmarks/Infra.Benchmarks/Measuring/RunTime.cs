using System.Diagnostics;

namespace Infra.Benchmarks.Measuring;

/// <summary>One run inside of this process.</summary>
/// <param name="Seconds">By the clock on the wall.</param>
/// <param name="CpuSeconds">Of all of the process' threads, the garbage collector's and the compiler's among them: what a busy machine changes least.</param>
internal sealed record RunTime(double Seconds, double CpuSeconds)
{
    public static RunTime Of(Action run)
    {
        // What others left is not this run's to clear.
        GC.Collect();
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        run();
        return new RunTime(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }
}
