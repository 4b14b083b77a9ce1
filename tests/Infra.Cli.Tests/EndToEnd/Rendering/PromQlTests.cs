using System.Text.RegularExpressions;
using Infra.TestKit.Prometheus;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>Whatever Prometheus is asked, by rules and by autoscalers, is judged by Prometheus' own tool.</summary>
public sealed partial class PromQlTests
{
    // Models and exporters are scraped every 30 seconds; a range of fewer than four scrapes has a gap when one is late.
    private const int LeastRangeSeconds = 4 * 30;

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [SkippableTheory]
    [MemberData(nameof(Environments))]
    public async Task Rules_are_what_Prometheus_reads(string environment)
    {
        foreach (var rule in (await ObjectsAsync(environment)).Where(found => (string?)found["kind"] == "PrometheusRule"))
        {
            Assert.Equal("", await PromTool.CheckRulesAsync(rule.SelectToken("spec.groups")!));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Environments))]
    public async Task Autoscalers_ask_what_Prometheus_understands(string environment)
    {
        var queries = Queries(await ObjectsAsync(environment));

        Assert.Equal("", queries.Length == 0 ? "" : await PromTool.CheckAsync(queries));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task No_range_is_shorter_than_four_scrapes(string environment)
    {
        var objects = await ObjectsAsync(environment);
        var expressions = Queries(objects).Concat(objects.Where(found => (string?)found["kind"] == "PrometheusRule").SelectMany(rule => rule.SelectTokens("spec.groups[*].rules[*].expr").Select(expression => ("", (string)expression!))));

        Assert.All(expressions, one => Assert.All(
            Range().Matches(one.Item2), range => Assert.True(Seconds(range) >= LeastRangeSeconds, $"{range.Value} in {one.Item2}")));
    }

    [Fact]
    public async Task An_environment_asks_by_every_kind_of_metric() =>
        Assert.True(Queries(await ObjectsAsync("examples/environments/autoscaling.yaml")).Length >= 10, "a test of no queries would be none");

    private static (string Name, string Expression)[] Queries(IEnumerable<JObject> objects) =>
    [
        .. objects.Where(found => (string?)found["kind"] is "ScaledObject" or "ScaledJob")
            .SelectMany(scaler => scaler.SelectTokens("spec.triggers[?(@.type == 'prometheus')].metadata.query").Select(query => ((string)scaler.SelectToken("metadata.name")!, (string)query!))),
    ];

    private static async Task<IReadOnlyList<JObject>> ObjectsAsync(string environment) => [.. (await RenderedEnvironment.OfAsync(environment)).Objects.Select(file => file.Object)];

    private static int Seconds(Match range) => int.Parse(range.Groups[1].Value) * range.Groups[2].Value switch { "s" => 1, "m" => 60, "h" => 3600, "d" => 86_400, var unit => throw new InvalidOperationException(unit) };

    [GeneratedRegex(@"\[([0-9]+)([a-z])\]")]
    private static partial Regex Range();
}
