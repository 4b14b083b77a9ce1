using Infra.TestKit.Prometheus;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Alerting;

/// <summary>What people read, as the real amtool writes it.</summary>
public sealed class NotificationTextTests
{
    private static readonly JObject _file = JObject.Parse(AlertPlans.Full.ToFile().ToJson());

    [SkippableFact]
    public async Task A_message_has_summary_numbers_and_runbook() => Assert.Equal(
        """
        P0 ErrorBudgetBurns (firing): ranker: requests fail
        2 % failed over 1h; 0.5 % may.
        Runbook: https://git.example.com/docs/runbooks/errors.md

        P0 ModelDown (resolved): ranker: no replica serves
        Runbook: docs/runbooks/availability.md


        """,
        await Render("$..slack_configs[0].text"));

    [SkippableTheory]
    [InlineData("firing", "[prod] 1 firing: ranker search P0")]
    [InlineData("resolved", "[prod] over: ranker search P0")]
    public async Task A_title_says_where_and_what(string status, string title) => Assert.Equal(title, await Render("$..slack_configs[0].title", status));

    [SkippableFact]
    public async Task A_title_is_no_longer_than_SNS_takes()
    {
        var title = await Render("$..sns_configs[0].subject", ns: new string('n', 63), model: new string('m', 63));

        Assert.Equal($"[prod] 1 firing: {new string('m', 63)} {new string('n', 18)}", title);
        Assert.Equal(99, title.Length);
    }

    [SkippableTheory]
    [InlineData("P0", "critical")]
    [InlineData("critical", "critical")]
    [InlineData("P1", "warning")]
    [InlineData("warning", "warning")]
    [InlineData("P2", "info")]
    [InlineData("info", "info")]
    [InlineData("P00", "warning")]
    [InlineData("", "warning")]
    public async Task PagerDuty_has_its_own_severities(string severity, string expected) =>
        Assert.Equal(expected, await Render("$..pagerduty_configs[0].severity", severity: severity));

    [SkippableFact]
    public async Task An_incident_links_to_the_runbook() =>
        Assert.Equal("https://git.example.com/docs/runbooks/errors.md", await Render("$..pagerduty_configs[0].links[0].href"));

    private static Task<string> Render(string path, string status = "firing", string severity = "P0", string ns = "search", string model = "ranker") =>
        AmTool.RenderAsync(_file.SelectToken(path)!.ToString(), new JObject
        {
            ["receiver"] = "chat",
            ["status"] = status,
            ["groupLabels"] = new JObject { ["severity"] = severity, ["namespace"] = ns, ["model"] = model },
            ["alerts"] = new JArray(
                Alert("ErrorBudgetBurns", "firing", new JObject
                {
                    ["summary"] = "ranker: requests fail",
                    ["description"] = "2 % failed over 1h; 0.5 % may.",
                    ["runbook_url"] = "https://git.example.com/docs/runbooks/errors.md",
                }),
                Alert("ModelDown", "resolved", new JObject { ["summary"] = "ranker: no replica serves", ["runbook"] = "docs/runbooks/availability.md" })),
        });

    private static JObject Alert(string name, string status, JObject annotations) => new()
    {
        ["status"] = status,
        ["labels"] = new JObject { ["alertname"] = name, ["severity"] = "P0" },
        ["annotations"] = annotations,
    };
}
