using Infra.Capacity.Statistics;
using Infra.LoadTesting.Results;
using Infra.Planning.Rendering.Html;

namespace Infra.LoadTesting.Reports;

/// <summary>What became of the requests of each second, and how long the longest answer of it took.</summary>
internal static class SecondsChart
{
    public static void Write(HtmlWriter html, IReadOnlyList<SecondSample> seconds)
    {
        var most = (double)Math.Max(seconds.Max(second => Math.Max(second.Answered, second.Failed)), 1);
        var longest = (double)Math.Max(seconds.Max(second => second.WorstMicros), 1);
        using (ChartFrame.Open(html, "Requests and longest answer by second"))
        {
            foreach (var part in Enumerable.Range(0, 5).Select(part => part / 4.0))
            {
                ChartFrame.Tick(html, isBelow: true, part, $"{Math.Round((seconds.Count - 1) * part)} s");
                ChartFrame.Tick(html, isBelow: false, part, $"{most * part:0.#}/s");
            }
            Line(html, 0, seconds, second => second.Answered / most);
            Line(html, 1, seconds, second => second.Failed / most);
            Line(html, 3, seconds, second => second.WorstMicros / longest);
        }
        ChartFrame.Key(html,
        [
            ("answered", ChartFrame.Colour(0)), ("failed or not sent", ChartFrame.Colour(1)), ($"longest answer (the top is {LatencyText.Of(longest)})", ChartFrame.Colour(3)),
        ]);
    }

    private static void Line(HtmlWriter html, int series, IReadOnlyList<SecondSample> seconds, Func<SecondSample, double> share) =>
        ChartFrame.Line(html, ChartFrame.Colour(series), seconds.Select((second, index) => (index / (seconds.Count - 1.0), share(second))));
}
