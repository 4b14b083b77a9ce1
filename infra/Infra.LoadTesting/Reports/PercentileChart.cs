using Infra.Capacity.Statistics;
using Infra.Planning.Rendering.Html;

namespace Infra.LoadTesting.Reports;

/// <summary>Latency by percentile, with the same width for each further nine: the tail is what a mean hides.</summary>
internal static class PercentileChart
{
    private const double Nines = 3;
    private const int Points = 120;

    public static void Write(HtmlWriter html, IReadOnlyList<Measurement> measurements)
    {
        var runs = measurements.Where(run => run.Result.Answered > 0).ToList();
        if (runs.Count == 0)
        {
            html.Note("No request was answered.");
            return;
        }
        var most = Math.Max(runs.Max(run => run.Result.Latency.MaxMicros), 1.0);
        using (ChartFrame.Open(html, "Latency by percentile"))
        {
            foreach (var percent in (double[])[0, 50, 90, 95, 99, 99.9])
            {
                ChartFrame.Tick(html, isBelow: true, Share(percent), percent == 0 ? "min" : $"p{percent}");
            }
            for (var part = 0; part <= 4; part++)
            {
                ChartFrame.Tick(html, isBelow: false, part / 4.0, LatencyText.Of(most * part / 4));
            }
            foreach (var (run, series) in runs.Select((run, series) => (run, series)))
            {
                ChartFrame.Line(html, ChartFrame.Colour(series), Enumerable.Range(0, Points + 1).Select(point => (point / (double)Points, run.Result.Latency.Percentile(Percent(point / (double)Points)) / most)));
            }
        }
        ChartFrame.Key(html, runs.Select((run, series) => (run.Label, ChartFrame.Colour(series))));
    }

    private static double Share(double percent) => -Math.Log10(1 - (percent / 100)) / Nines;

    private static double Percent(double share) => Math.Clamp((1 - Math.Pow(10, -share * Nines)) * 100, 0, 100);
}
