using Infra.Capacity.Comparison;
using Infra.Capacity.Rendering;
using Infra.Capacity.Rendering.Html;
using Infra.Capacity.Simulation;
using Infra.Planning.Rendering;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Capacity.Tests.Rendering;

public sealed class CapacityRenderingTests
{
    private static readonly RunComparison _comparison = new("main (1a2b3c4)", SampleRun.Create(), SampleRun.Create(slowMicros: 6_000_000, usd: 2.104m));

    [Fact]
    public void Text_has_all_of_it()
    {
        var text = PlainText.Of(CapacityText.Render(SampleRun.Create()));

        Assert.Contains("capacity: 1 of 2 objectives met; 0.3 % of 3,600 requests without an answer; $1.58 for 1 h\n", text, StringComparison.Ordinal);
        Assert.Contains("~12 s", text, StringComparison.Ordinal);
        Golden.Match(text, "capacity.txt");
    }

    [Fact]
    public void Json_has_all_of_it()
    {
        using var text = new StringWriter { NewLine = "\n" };
        CapacityJson.Write(SampleRun.Create(), null, text);
        var document = JObject.Parse(text.ToString());

        Assert.Equal(1, (int)document["schemaVersion"]!);
        Assert.Equal(3600, (long)document["models"]![0]!["requests"]!["arrived"]!);
        Assert.Equal(12_000_000, (long)document["models"]![0]!["latency"]!["p99.9"]!);
        Assert.Equal(3590 + 6 + 2 + 1 + 1, (long)document["models"]![0]!["requests"]!["completed"]! + document["models"]![0]!["requests"]!["failed"]!.Values().Sum(count => (long)count));
        Assert.Equal("assistant", (string?)document["events"]![0]!["subject"]);
        Assert.Equal("t4", (string?)document["events"]![1]!["subject"]);
        Assert.Equal(1.25, (double)document["models"]![0]!["replicas"]!["mean"]!);
        Golden.Match(text.ToString(), "capacity.json");
    }

    [Fact]
    public void Markdown_is_a_section_that_can_be_brief()
    {
        var text = CapacityMarkdown.Render(SampleRun.Create());

        Assert.Equal(
            "### Capacity\n\n1 h of made-up steady traffic, simulated: 1 of 2 objectives met; 0.3 % of 3,600 requests without an answer; \\$1.58 for 1 h.\n",
            CapacityMarkdown.Render(SampleRun.Create(), isBrief: true));
        Assert.StartsWith(CapacityMarkdown.Render(SampleRun.Create(), isBrief: true), text, StringComparison.Ordinal);
        Golden.Match(text, "capacity.md");
    }

    [Fact]
    public void A_change_is_told_figure_by_figure()
    {
        var text = PlainText.Of(ComparisonText.Render(_comparison));

        Assert.StartsWith(
            "Against main (1a2b3c4), with the same requests and seed: 1 of 2 objectives met before, 2 of 2 after; p95 of assistant from 12 s to 6 s; $1.58 becomes $2.10, +$0.53\n",
            text,
            StringComparison.Ordinal);
        Golden.Match(text, "capacity-change.txt");
        Golden.Match(CapacityMarkdown.Render(_comparison.After, _comparison), "capacity-change.md");
    }

    [Fact]
    public void What_only_one_side_has_is_compared_with_nothing()
    {
        var run = SampleRun.Create();
        var renamed = run with
        {
            Platform = run.Platform with { Models = [run.Platform.Models[0] with { Name = "helper" }, run.Platform.Models[1]], Pools = [run.Platform.Pools[0] with { Name = "l4" }] },
        };
        var rows = ComparisonRows.Of(new RunComparison("main", run, renamed));

        Assert.Equal(["helper: p50", "–", "801 ms", "–"], rows[0]);
        Assert.Contains(rows, row => row.SequenceEqual(["assistant: p50", "801 ms", "–", "–"]));
        Assert.Contains(rows, row => row.SequenceEqual(["pool l4: cost", "–", "$1.58", "–"]));
        Assert.Equal(["cost of all pools", "$1.58", "$1.58", "="], rows[^1]);
    }

    [Fact]
    public void The_page_needs_nothing_else_and_draws_each_line()
    {
        using var text = new StringWriter { NewLine = "\n" };
        CapacityPage.Write(_comparison.After, _comparison, text);
        var page = text.ToString();

        Assert.StartsWith("<!doctype html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Equal(
            ["Time to the answer", "Time to the first token", "Requests per 1 min", "Replicas", "Accelerators that it holds: share of their time", "Nodes", "Accelerators that are paid for: share of their time"],
            page.Split("<figcaption>").Skip(1).Select(part => part[..part.IndexOf('<', StringComparison.Ordinal)]));
        Assert.Contains("aria-label=\"Time to the answer, over 1 h: p50 700 ms to 700 ms, at times none; p95 75 ms to 4.43 s, at times none; p99 85.7 ms to 5.06 s, at times none\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Accelerators that it holds: share of their time, over 1 h: at work 20.8 % to 41.7 %\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Accelerators that are paid for: share of their time, over 1 h: held 50 % to 100 %; at work 20.8 % to 41.7 %\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Replicas, over 1 h: ready 1 to 2; asked for 1 to 2\"", page, StringComparison.Ordinal);
        // One replica until three quarters of the hour, then two: the axis ends at 2.
        Assert.Contains("d=\"M64 84H487V14H628\"", page, StringComparison.Ordinal);
        Golden.Match(page[page.IndexOf("<section", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)], "capacity.html");
    }

    [Fact]
    public void Where_nothing_is_paid_there_is_no_share()
    {
        var run = SampleRun.Create();
        var pool = run.Result.Pools[0];
        var closed = pool with { Intervals = [.. pool.Intervals.Select((one, minute) => minute < 15 ? new GpuInterval(one.AtMicros, 0, 0, 0) : one)] };
        var never = pool with { Intervals = [.. pool.Intervals.Select(one => new GpuInterval(one.AtMicros, 0, 0, 0))] };
        var asleep = run.Result.Models[0] with { Intervals = [.. run.Result.Models[0].Intervals.Select(one => one with { GpuSecondsHeld = 0, GpuSecondsBusy = 0 })] };

        // The lines begin after a quarter of the hour.
        Assert.Contains("held 50 % to 100 %, at times none; at work 20.8 % to 41.7 %, at times none\"", Page(run.Result with { Pools = [closed] }), StringComparison.Ordinal);
        Assert.Contains("class=\"l0\" d=\"M205 14H346V84", Page(run.Result with { Pools = [closed] }), StringComparison.Ordinal);
        Assert.Contains("<figcaption>Accelerators that are paid for: share of their time</figcaption><p class=\"key\">none: no accelerator was paid for</p>", Page(run.Result with { Pools = [never] }), StringComparison.Ordinal);
        Assert.Contains("<figcaption>Accelerators that it holds: share of their time</figcaption><p class=\"key\">none: it held no accelerator</p>", Page(run.Result with { Models = run.Result.Models.SetItem(0, asleep) }), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", Page(run.Result with { Pools = [never] }), StringComparison.Ordinal);

        string Page(SimulationResult result)
        {
            using var text = new StringWriter { NewLine = "\n" };
            CapacityPage.Write(run with { Result = result }, null, text);
            return text.ToString();
        }
    }

    [Fact]
    public void A_share_is_of_what_falls_into_each_part_of_the_time()
    {
        // 160 intervals over 240 parts: one and a half part each, so that the second part has half of the first two.
        var line = ChartLine.OfShares("busy", Enumerable.Range(0, 160).Select(i => (i * 3L, i == 0 ? 3.0 : i == 1 ? 1 : 0, i < 159 ? 3.0 : 0)), 480);

        Assert.Equal([1, 0.6667, 0.3333, 0], line.Columns.Take(4).Select(column => Math.Round(column!.Value, 4)));
        Assert.Equal([0, null], line.Columns.TakeLast(2));
        // Two intervals to each part.
        Assert.Equal(Enumerable.Repeat<double?>(0.5, 240), ChartLine.OfShares("busy", Enumerable.Range(0, 480).Select(i => ((long)i, i % 2 == 0 ? 1.0 : 0, 1.0)), 480).Columns);
        Assert.All(ChartLine.OfShares("busy", [(0, 0, 0)], 480).Columns, column => Assert.Null(column));
        Assert.All(ChartLine.OfShares("busy", [], 0).Columns, column => Assert.Null(column));
    }

    [Theory]
    [InlineData(0, "0 µs")]
    [InlineData(999, "999 µs")]
    [InlineData(1_000, "1 ms")]
    [InlineData(12_345, "12.3 ms")]
    [InlineData(999_499, "999 ms")]
    [InlineData(999_500, "1 s")]
    [InlineData(1_234_000, "1.23 s")]
    [InlineData(123_456_789, "123 s")]
    public void Times_have_three_digits(double micros, string text) => Assert.Equal(text, Figures.Time(micros));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.123, "12.3 %")]
    [InlineData(0.999999, "99.999 %")]
    [InlineData(0.9995, "99.95 %")]
    [InlineData(1, "100 %")]
    public void What_is_less_than_all_is_never_all(double share, string text) => Assert.Equal(text, Figures.Percent(share));

    [Theory]
    [InlineData(500_000, "0.5 s")]
    [InlineData(90_000_000, "1 min 30 s")]
    [InlineData(5_400_000_000, "1 h 30 min")]
    [InlineData(86_400_000_000, "24 h")]
    public void How_long_it_goes_on_has_two_units(long micros, string text) => Assert.Equal(text, Figures.Long(micros));
}
