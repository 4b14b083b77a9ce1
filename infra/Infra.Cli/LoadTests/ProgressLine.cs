using Infra.Capacity.Statistics;
using Infra.LoadTesting.Runs;
using Infra.Planning.Rendering;

namespace Infra.Cli.LoadTests;

/// <summary>Shows how far a run is: on a terminal in one line that changes each second, elsewhere in a line every ten seconds.</summary>
internal sealed class ProgressLine(TextChannel channel, string label) : IProgress<LoadProgress>
{
    private const int PlainEvery = 10;
    private const long Second = 1_000_000;

    private int _reports;

    public void Report(LoadProgress value)
    {
        _reports++;
        if (channel.IsTerminal || _reports % PlainEvery == 0)
        {
            channel.Status(Text(value));
        }
    }

    private string Text(LoadProgress value) => value.IsWarmUp
        ? $"{label}: {Time(value)} warming up"
        : $"{label}: {Time(value)} {value.Answered} answered, {value.Failed} failed, {value.InFlight} in flight, p95 {LatencyText.Of(value.P95Micros)}";

    private static string Time(LoadProgress value) => $"{value.ElapsedMicros / Second}/{value.TotalMicros / Second} s";
}
