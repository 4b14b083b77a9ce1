using System.Globalization;
using Infra.Capacity.Traces;

namespace Infra.Cli.Capacity;

/// <summary>Shows on a terminal how far a simulation is; elsewhere nobody waits in front of it.</summary>
internal sealed class SimulationProgress(TextChannel channel)
{
    // A few of them in a second.
    private const int Every = 1 << 18;

    /// <summary>The same requests, told as they are sent.</summary>
    /// <param name="requests">The requests, in order.</param>
    /// <param name="endMicros">When the last one comes; null where nobody knows.</param>
    public IEnumerable<TraceRequest> Watch(IEnumerable<TraceRequest> requests, long? endMicros) => channel.IsTerminal ? Watched(requests, endMicros) : requests;

    private IEnumerable<TraceRequest> Watched(IEnumerable<TraceRequest> requests, long? endMicros)
    {
        var count = 0L;
        try
        {
            foreach (var request in requests)
            {
                if (++count % Every == 0)
                {
                    channel.Status(Text(count, request.AtMicros, endMicros));
                }

                yield return request;
            }
        }
        finally
        {
            channel.EndStatus();
        }
    }

    private static string Text(long count, long at, long? endMicros) => endMicros is > 0 and var end
        ? string.Create(CultureInfo.InvariantCulture, $"simulated {Math.Min(100, 100.0 * at / end):0} %, {count:N0} requests")
        : string.Create(CultureInfo.InvariantCulture, $"simulated {count:N0} requests, {at / 3_600_000_000.0:0.0} h");
}
