namespace Infra.Stacks.Tests.Settings;

/// <summary>Who is told of alerts.</summary>
public sealed class AlertingRuleTests
{
    private const string Topic = """{"name": "topic", "sns": {"topicArn": "arn:aws:sns:us-west-2:123456789012:alerts"}}""";
    private const string Chat = """{"name": "chat", "slack": {}}""";
    private const string Beat = """{"name": "beat", "webhook": {}}""";
    private const string All = """ "platform": {"p0": ["topic"], "p1": ["topic"], "p2": ["topic"]} """;

    [Fact]
    public void One_receiver_of_everything() => Assert.Equal("", Problems($$"""{"receivers": [{{Topic}}], {{All}} }"""));

    [Fact]
    public void Every_kind_of_receiver_and_a_tenant_of_its_own() => Assert.Equal("", Sample(
        $$$"""
        {
          "runbooks": "https://git.example.com/platform/docs/runbooks",
          "receivers": [
            {{{Topic}}}, {{{Chat}}}, {{{Beat}}},
            {"name": "on-call", "pagerDuty": {"secret": {"name": "pager", "key": "routing-key"}}, "officeHours": {"timeZone": "Europe/Berlin", "windows": [{"from": "08:00", "to": "18:00"}] } },
            {"name": "tickets", "webhook": {"url": "https://tickets.example.com/gpu", "token": true, "secret": {"name": "tickets", "key": "token"} } }
          ],
          "platform": {"p0": ["on-call", "chat"], "p1": ["chat"], "p2": ["topic"]},
          "deadMansSwitch": "beat"
        }
        """)
        .With("alertSecrets", """{"secure": "AAABAKhunter2"}""")
        .With("tenants", """[{"name": "search", "alerts": {"p0": ["on-call"], "p1": ["tickets"]}}]""")
        .Problems());

    [Theory]
    [InlineData("""{"p1": ["topic"]}""", "gpu-inference:monitoring.alerting.platform.p0: names nobody; say who is told of what can't wait")]
    [InlineData("""{"p0": ["topic"]}""", "gpu-inference:monitoring.alerting.platform.p1: names nobody; say who is told of what somebody has to look at the same day")]
    [InlineData("""{"p0": ["topic"], "p1": ["topics"]}""", "gpu-inference:monitoring.alerting.platform.p1[0]: 'topics' is not a receiver; did you mean 'topic'? there are: topic")]
    [InlineData("""{"p0": ["topic", "topic"], "p1": ["topic"]}""", "gpu-inference:monitoring.alerting.platform.p0[1]: 'topic' stands there already, and would be told twice; remove it")]
    public void What_has_to_be_told_has_somebody_to_be_told_to(string platform, string problem) =>
        Assert.Equal(problem, Problems($$"""{"receivers": [{{Topic}}], "platform": {{platform}} }"""));

    [Fact]
    public void A_tenant_names_receivers_that_there_are() => Assert.Equal(
        "gpu-inference:tenants[0].alerts.p2[0]: 'chat' is not a receiver; there are: topic",
        Sample($$"""{"receivers": [{{Topic}}], {{All}} }""").With("tenants", """[{"name": "search", "alerts": {"p2": ["chat"]}}]""").Problems());

    [Theory]
    [InlineData("""{"name": "x"}""", "gpu-inference:monitoring.alerting.receivers[1]: has none of sns, slack, pagerDuty and webhook; exactly one of them says how it is told")]
    [InlineData("""{"name": "x", "slack": {}, "webhook": {}}""", "gpu-inference:monitoring.alerting.receivers[1]: has slack and webhook; exactly one of them says how it is told")]
    [InlineData("""{"name": "x", "webhook": {"token": true}}""", "gpu-inference:monitoring.alerting.receivers[1].webhook.token: is sent to url, and there is none; set url or remove token")]
    [InlineData("""{"name": "x", "webhook": {"url": "http://x:99999/a"}}""",
        "gpu-inference:monitoring.alerting.receivers[1].webhook.url: a text that isn't shown, as it may be a secret, is no address; look at its host and its port, which is at most 65535")]
    [InlineData("""{"name": "x", "webhook": {"url": "http://x", "secret": {"name": "a", "key": "b"}}}""",
        "gpu-inference:monitoring.alerting.receivers[1].webhook.secret: has neither address nor token to hold; remove it, or remove url, or set token: true")]
    [InlineData("""{"name": "x", "webhook": {"url": "http://x"}, "officeHours": {"timeZone": "Europe/Berln", "windows": [{"from": "08:00", "to": "18:00"}]}}""",
        "gpu-inference:monitoring.alerting.receivers[1].officeHours: 'Europe/Berln' is no time zone of the IANA (2026f); did you mean 'Europe/Berlin'?")]
    [InlineData("""{"name": "x", "webhook": {"url": "http://x"}, "officeHours": {"timeZone": "UTC", "windows": [{"days": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], "from": "00:00", "to": "24:00"}]}}""",
        "gpu-inference:monitoring.alerting.receivers[1].officeHours.windows: they fill the whole week in UTC; remove officeHours, it is told at any time without it")]
    public void A_receiver_is_told_in_one_way(string receiver, string problem) =>
        Assert.Equal(problem, Problems($$"""{"receivers": [{{Topic}}, {{receiver}}], "platform": {"p0": ["topic"], "p1": ["topic"], "p2": ["x"]} }"""));

    [Fact]
    public void Nobody_is_a_name_that_is_taken() => Assert.Equal(
        "gpu-inference:monitoring.alerting.receivers[0].name: 'nobody' is the receiver of what nobody is told of; use another name",
        Problems("""{"receivers": [{"name": "nobody", "webhook": {"url": "http://x"}}], "platform": {"p0": ["nobody"], "p1": ["nobody"]}}"""));

    [Fact]
    public void Names_are_unique_and_used() => Assert.Equal(
        """
        gpu-inference:monitoring.alerting.receivers[1].name: 'topic' is already the name of monitoring.alerting.receivers[0]; names are unique
        gpu-inference:monitoring.alerting.receivers[2]: nobody tells 'room' anything; name it in platform, in a tenant's alerts or as deadMansSwitch, or remove it
        """,
        Problems($$$"""{"receivers": [{{{Topic}}}, {{{Topic}}}, {"name": "room", "webhook": {"url": "http://room.svc"} }], {{{All}}} }"""));

    [Fact]
    public void A_secret_that_nobody_set_is_asked_for() => Assert.Equal(
        "gpu-inference:monitoring.alerting.receivers[0]: gpu-inference:alertSecrets is not set; set it with 'pulumi config set --secret gpu-inference:alertSecrets', or name the Secret that has it in secret",
        Problems($$"""{"receivers": [{{Chat}}], "platform": {"p0": ["chat"], "p1": ["chat"]} }"""));

    [Theory]
    [InlineData("chat", """{"name": "chat", "slack": {"secret": {"name": "a", "key": "b"}}}""",
        "gpu-inference:monitoring.alerting.deadMansSwitch: 'chat' tells people, every five minutes, that all is well; name a receiver with webhook or sns, where silence raises the alarm")]
    [InlineData("topic", """{"name": "beat", "webhook": {"url": "http://x"}}""",
        "gpu-inference:monitoring.alerting.deadMansSwitch: 'topic' is told of other alerts too, which would look like signs of life; give the dead man's switch a receiver of its own\n"
        + "gpu-inference:monitoring.alerting.receivers[1]: nobody tells 'beat' anything; name it in platform, in a tenant's alerts or as deadMansSwitch, or remove it")]
    [InlineData("beats", """{"name": "beat", "webhook": {"url": "http://x"}}""",
        "gpu-inference:monitoring.alerting.deadMansSwitch: 'beats' is not a receiver; did you mean 'beat'? there are: topic, beat\n"
        + "gpu-inference:monitoring.alerting.receivers[1]: nobody tells 'beat' anything; name it in platform, in a tenant's alerts or as deadMansSwitch, or remove it")]
    public void A_dead_mans_switch_notices_silence(string name, string other, string problem) =>
        Assert.Equal(problem, Problems($$"""{"receivers": [{{Topic}}, {{other}}], "deadMansSwitch": "{{name}}", {{All}} }"""));

    [Fact]
    public void Topics_of_SNS_are_for_pods_on_EKS() => Assert.Equal(
        "gpu-inference:monitoring.alerting.receivers[0].sns: pods get their identity in AWS on EKS only; use another kind of receiver",
        SampleConfig.Local().With("monitoring", $$$"""{"stack": {}, "alerting": {"receivers": [{{{Topic}}}], {{{All}}} } }""").Problems());

    [Fact]
    public void The_Alertmanager_that_a_cluster_has_is_told_by_others() => Assert.Equal(
        "gpu-inference:monitoring.alerting.receivers: an Alertmanager is installed with monitoring.stack only; set that, or tell the Alertmanager that the cluster has already, and remove this",
        Sample($$"""{"receivers": [{{Topic}}], {{All}} }""").With("monitoring.stack", null).Problems());

    private static SampleConfig Sample(string alerting) => SampleConfig.Eks().With("monitoring", $$"""{"stack": {}, "alerting": {{alerting}} }""");

    private static string Problems(string alerting) => Sample(alerting).Problems();
}
