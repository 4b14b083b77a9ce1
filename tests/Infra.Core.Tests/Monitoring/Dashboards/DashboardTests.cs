using Infra.Core.Monitoring.Dashboards;
using Infra.Core.Monitoring.Dashboards.Panels;
using Infra.TestKit.Grafana;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Dashboards;

/// <summary>A dashboard as Grafana reads it.</summary>
public sealed class DashboardTests
{
    [Fact]
    public void The_document_is_one_that_Grafana_knows()
    {
        var dashboard = DashboardSamples.Of(
            DashboardSamples.Stat("stat"), DashboardSamples.Lines("lines"), Bars("bars"), Table("table"), DashboardSamples.Logs("logs")) with
        {
            Variables = [new DashboardVariable("model", "Model", DashboardSamples.Series.Now(), "model")],
        };

        Assert.Empty(DashboardModel.Problems(Json(dashboard)));
    }

    [Fact]
    public void Lines_ask_for_a_range()
    {
        var panel = Json(DashboardSamples.Of(DashboardSamples.Lines("lines")))["panels"]![1]!;

        Assert.True(JToken.DeepEquals(JToken.Parse(
            """
            [
              {"refId": "A", "datasource": {"type": "prometheus", "uid": "prometheus"}, "expr": "model:things:sum", "legendFormat": "{{model}}", "format": "time_series", "instant": false, "range": true},
              {"refId": "B", "datasource": {"type": "prometheus", "uid": "prometheus"}, "expr": "max(model:things:sum)", "legendFormat": "most", "format": "time_series", "instant": false, "range": true}
            ]
            """), panel["targets"]));
        Assert.Equal("s", panel.SelectToken("fieldConfig.defaults.unit"));
        Assert.Equal("none", panel.SelectToken("fieldConfig.defaults.custom.stacking.mode"));
    }

    [Fact]
    public void A_number_has_the_colour_of_the_threshold_that_it_passed()
    {
        var panel = Json(DashboardSamples.Of(DashboardSamples.Stat("stat")))["panels"]![1]!;

        Assert.True(JToken.DeepEquals(JToken.Parse(
            """{"unit": "percentunit", "min": 0, "color": {"mode": "thresholds"}, "thresholds": {"mode": "absolute", "steps": [{"value": null, "color": "green"}, {"value": 0.5, "color": "orange"}]}}"""),
            panel.SelectToken("fieldConfig.defaults")));
        Assert.Equal(true, panel.SelectToken("targets[0].instant"));
    }

    [Fact]
    public void A_table_adds_up_by_its_keys_and_gives_each_column_its_unit_and_the_key_its_link()
    {
        var panel = Json(DashboardSamples.Of(Table("table")))["panels"]![1]!;

        Assert.Equal(["sum by (model) (model:things:sum)", "sum by (model) (max(model:things:sum))"], panel.SelectTokens("targets[*].expr").Values<string>());
        Assert.True(JToken.DeepEquals(JToken.Parse(
            """
            [
              {"id": "merge", "options": {}},
              {"id": "organize", "options": {
                "excludeByName": {"Time": true},
                "indexByName": {"model": 0, "Value #A": 1, "Value #B": 2},
                "renameByName": {"model": "Model", "Value #A": "Taken", "Value #B": "Share"}}}
            ]
            """), panel["transformations"]));
        Assert.True(JToken.DeepEquals(JToken.Parse(
            """
            [
              {"matcher": {"id": "byName", "options": "Model"}, "properties": [{"id": "links", "value": [{"title": "Model", "url": "/d/other-dashboard?${__url_time_range}&var-model=${__value.raw}"}]}]},
              {"matcher": {"id": "byName", "options": "Taken"}, "properties": [{"id": "unit", "value": "s"}]},
              {"matcher": {"id": "byName", "options": "Share"}, "properties": [{"id": "unit", "value": "percentunit"}]}
            ]
            """), panel.SelectToken("fieldConfig.overrides")));
    }

    [Fact]
    public void A_panel_keeps_its_id_when_another_comes_before_it()
    {
        static int Id(Dashboard dashboard) => (int)Json(dashboard).SelectToken("panels[?(@.title == 'b')].id")!;

        Assert.Equal(Id(DashboardSamples.Of(DashboardSamples.Stat("b"))), Id(DashboardSamples.Of(DashboardSamples.Stat("a"), DashboardSamples.Stat("b"))));
    }

    [Fact]
    public void The_same_dashboard_gives_the_same_bytes() =>
        Assert.Equal(DashboardSamples.Of(Table("table")).ToJson(DashboardSamples.Sources), DashboardSamples.Of(Table("table")).ToJson(DashboardSamples.Sources));

    [Fact]
    public void Two_panels_of_one_title_are_refused() => Assert.Equal(
        "test-dashboard: 'a' and 'a' have one id; give every row and panel a title of its own",
        Assert.Throws<ArgumentException>(() => DashboardSamples.Of(DashboardSamples.Stat("a"), DashboardSamples.Lines("a")).ToJson(DashboardSamples.Sources)).Message);

    [Theory]
    [InlineData("short")]
    [InlineData("Not small letters")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void An_id_that_is_none_is_refused(string uid) => Assert.Equal(
        $"'{uid}' is no id of a dashboard; allowed: 8 to 40 of a-z, 0-9 and '-'",
        Assert.Throws<ArgumentException>(() => (DashboardSamples.Of() with { Uid = uid }).ToJson(DashboardSamples.Sources)).Message);

    [Fact]
    public void Logs_need_a_place_where_they_are() => Assert.Equal(
        "A panel of logs needs the id of Loki's data source.",
        Assert.Throws<InvalidOperationException>(() => DashboardSamples.Of(DashboardSamples.Logs("logs")).ToJson(new DataSources("prometheus", Loki: null))).Message);

    [Theory]
    [InlineData("theme", "$: additionalProperties")]
    [InlineData("panels[1].options.graphMode", "'stat'.options: required")]
    [InlineData("panels[1].datasource", "'stat': required")]
    public void The_model_refuses_what_Grafana_would_not_know(string path, string problem)
    {
        var document = Json(DashboardSamples.Of(DashboardSamples.Stat("stat")));
        if (document.SelectToken(path) is { } found)
        {
            found.Parent!.Remove();
        }
        else
        {
            document[path] = 1;
        }

        Assert.Equal([problem], DashboardModel.Problems(document));
    }

    private static JObject Json(Dashboard dashboard) => JObject.Parse(dashboard.ToJson(DashboardSamples.Sources));

    private static BarGaugePanel Bars(string title) =>
        new() { Title = title, Description = "What it is.", Width = PanelWidth.Half, Unit = Unit.Count, Of = [new PanelQuery(DashboardSamples.Series.Now(), "{{model}}")] };

    private static TablePanel Table(string title) => new()
    {
        Title = title,
        Description = "What it is.",
        Width = PanelWidth.Full,
        Keys = [new TableKey("model", "Model", "other-dashboard")],
        Columns = [new TableColumn("Taken", Unit.Seconds, DashboardSamples.Series.Now()), new TableColumn("Share", Unit.Ratio, DashboardSamples.Series.Now().Max())],
    };
}
