using Infra.Capacity.Comparison;
using Infra.Capacity.Rendering;
using Infra.Capacity.Rendering.Html;
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
            ["Time to the answer", "Time to the first token", "Requests per 1 min", "Replicas", "Work of its accelerators, of the time held", "Nodes", "Accelerators"],
            page.Split("<figcaption>").Skip(1).Select(part => part[..part.IndexOf('<', StringComparison.Ordinal)]));
        Assert.Contains("aria-label=\"Time to the answer, over 1 h: p50 700 ms to 700 ms; p95 75 ms to 4.43 s; p99 85.7 ms to 5.06 s\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Work of its accelerators, of the time held, over 1 h: at work 20.8 % to 41.7 %\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Accelerators, over 1 h: paid for 1 to 2; held 1 to 2; at work 0.42 to 0.42\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Replicas, over 1 h: ready 1 to 2; asked for 1 to 2\"", page, StringComparison.Ordinal);
        // One replica until three quarters of the hour, then two: the axis ends at 2.
        Assert.Contains("d=\"M64 78H487V8H628\"", page, StringComparison.Ordinal);
        Golden.Match(page[page.IndexOf("<section", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)], "capacity.html");
    }

    [Fact]
    public void A_share_is_the_mean_of_each_part_of_the_time()
    {
        // Four intervals of which two fall into the first column of 240; the third holds nothing, the fourth half of it.
        var line = ChartLine.OfShares("at work", [(0, 1, 10), (100, 3, 10), (480_000, 0, 0), (720_000, 5, 10)], 960_000);

        Assert.Equal([0.2, 0.2], line.Columns.Take(2).OfType<double>());
        Assert.Equal((0.2, null, null, 0.5, 0.5), (line.Columns[119], line.Columns[120], line.Columns[179], line.Columns[180], line.Columns[239]));
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
