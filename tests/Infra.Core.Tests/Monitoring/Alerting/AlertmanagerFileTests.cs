using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Alerting;

public sealed class AlertmanagerFileTests
{
    private static readonly string _json = AlertPlans.Full.ToFile().ToJson();
    private static readonly JObject _file = JObject.Parse(_json);

    [Fact]
    public void The_whole_file() => Golden.Match(_json, "alertmanager.json");

    [Fact]
    public void P0_waits_for_nobodys_hours_and_the_others_do()
    {
        // A test of amtool can't tell: it routes without looking at the clock.
        string[] Hours(string matcher) =>
        [
            .. _file.SelectTokens($"$.route.routes[?(@.matchers[0] == '{matcher}')]..active_time_intervals").Select(times => $"{((JProperty)times.Parent!.Parent!.First!).Value} in {times.First}"),
        ];

        Assert.Empty(Hours("severity=~\"P0|critical\""));
        Assert.Equal(["chat in chat", "chat in chat"], Hours("severity=~\"P1|warning\""));
    }

    [Fact]
    public void Hours_over_midnight_are_two_times_in_the_zones_own_time() => Assert.Equal(
        """
        {"name":"chat","time_intervals":[{"times":[{"start_time":"08:00","end_time":"18:00"}],"weekdays":["monday","tuesday","wednesday","thursday","friday"],"location":"Europe/Berlin"},{"times":[{"start_time":"00:00","end_time":"02:00"}],"weekdays":["saturday"],"location":"America/New_York"},{"times":[{"start_time":"22:00","end_time":"24:00"}],"weekdays":["friday"],"location":"America/New_York"}]}
        """,
        Assert.Single(_file["time_intervals"]!).ToString(Newtonsoft.Json.Formatting.None));

    [Fact]
    public void The_end_of_the_watchdog_is_no_sign_of_life() => Assert.Equal(
        ["search-tickets: True", "search-room: True", "heartbeat: False"],
        _file["receivers"]!.Where(receiver => receiver["webhook_configs"] is not null).Select(receiver => $"{receiver["name"]}: {receiver["webhook_configs"]![0]!["send_resolved"]}"));
}
