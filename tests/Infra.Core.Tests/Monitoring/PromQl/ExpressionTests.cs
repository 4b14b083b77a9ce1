using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Tests.Monitoring.PromQl;

public sealed class ExpressionTests
{
    private static readonly Exporter _exporter = new("tester", "1", "nowhere");
    private static readonly GaugeMetric _a = new("a", _exporter, "colour");
    private static readonly GaugeMetric _b = new("b", _exporter);
    private static readonly CounterMetric _calls = new("calls_total", _exporter, "code");

    public static TheoryData<string, Expression> Expressions => new()
    {
        { "a + b * a", _a.Now() + (_b.Now() * _a.Now()) },
        { "(a + b) * a", (_a.Now() + _b.Now()) * _a.Now() },
        { "a - (b - a)", _a.Now() - (_b.Now() - _a.Now()) },
        { "a - b - a", _a.Now() - _b.Now() - _a.Now() },
        { "a / b > 0.05", _a.Now() / _b.Now() > 0.05 },
        { "a > 1 and b < 2", (_a.Now() > 1).And(_b.Now() < 2) },
        { "(a or b) > 1", _a.Now().Or(_b.Now()) > 1 },
        { "a > 1 or b > 2 and on(pod) b", (_a.Now() > 1).Or((_b.Now() > 2).And(_b.Now(), Matching.On("pod"))) },
        { "a * on(pod) group_left(node) b", _a.Now().Times(_b.Now(), Matching.On("pod").ManyToOne("node")) },
        { "sum by (namespace, pod) (rate(calls_total{code=~\"5..\"}[5m]))", _calls.Rate(Window.Minutes(5), Matcher.Like("code", "5..")).Sum("namespace", "pod") },
        { "count(a unless b)", _a.Now().Unless(_b.Now()).Count() },
        { "clamp_max(a, 1)", _a.Now().AtMost(1) },
        { "predict_linear(a[6h], 345600) < 0", _a.Predicted(TimeSpan.FromDays(4), Window.Hours(6)) < 0 },
        { "a{colour!=\"say \\\"\\\\\\\"\"}", _a.Now(Matcher.IsNot("colour", "say \"\\\"")) },
        { "time() - a > 300", Expression.Now - _a.Now() > 300 },
        { "0.0000001", 0.0000001 },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Parentheses_stand_where_they_are_needed(string text, Expression expression) => Assert.Equal(text, expression.Text);

    [Fact]
    public void A_label_that_the_metric_lacks_is_refused() => Assert.Equal(
        "a of tester 1 has no label color; it has: colour (Parameter 'matchers')",
        Assert.Throws<ArgumentException>(() => _a.Now(Matcher.Is("color", "red"))).Message);

    [Fact]
    public void A_label_of_the_target_is_everybody_s() => Assert.Equal(
        "a{namespace=\"x\",exported_pod=\"y\"}", _a.Now(Matcher.Is("namespace", "x"), Matcher.Is("exported_pod", "y")).Text);

    [Fact]
    public void A_window_spans_four_scrapes() => Assert.Equal(
        "A window of 1m is shorter than 4 scrapes, which take 2m. (Parameter 'time')",
        Assert.Throws<ArgumentException>(() => Window.Minutes(1)).Message);

    [Fact]
    public void The_shortest_window_is_four_scrapes() => Assert.Equal(("2m", "90m", "3d"), (Window.Shortest.ToString(), Window.Minutes(90).ToString(), Window.Hours(72).ToString()));
}
