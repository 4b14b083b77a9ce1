using System.Diagnostics;
using Newtonsoft.Json;

namespace Infra.Benchmarks.Measuring;

/// <summary>Runs commands in processes that measure them.</summary>
internal static class Bench
{
    /// <exception cref="BenchmarkException">The command failed.</exception>
    public static async Task<Sample> MeasureAsync(IReadOnlyList<string> command, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [typeof(Bench).Assembly.Location, MeasureCommand.Verb, "--", .. command])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new BenchmarkException("dotnet did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0
            ? JsonConvert.DeserializeObject<Sample>(output)!
            : throw new BenchmarkException("A run failed; its message is above.");
    }
}
