using System.Text.Json.Nodes;
using Infra.Core.Configuration;
using Infra.Stacks.Clusters;
using Infra.Stacks.Tests.Settings;
using Infra.TestKit.Prometheus;
using Pulumi;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>What Alertmanager gets: a configuration without secrets, the secrets as files, and a role for its topics.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class AlertingStackTests
{
    private const string Alerting =
        """
        {
          "receivers": [
            {"name": "topic", "sns": {"topicArn": "arn:aws:sns:us-west-2:123456789012:alerts"}},
            {"name": "chat", "slack": {}, "officeHours": {"timeZone": "Europe/Berlin", "windows": [{"from": "08:00", "to": "18:00"}]}},
            {"name": "on-call", "pagerDuty": {"secret": {"name": "pager", "key": "routing-key"}}},
            {"name": "search", "webhook": {"url": "http://alerts.search.svc:8080/in"}},
            {"name": "beat", "webhook": {}}
          ],
          "platform": {"p0": ["on-call", "chat"], "p1": ["chat"], "p2": ["topic"]},
          "deadMansSwitch": "beat"
        }
        """;

    private static readonly string[] _telling = [.. ShippedConfig.Files.Where(file => !Settings(file).Monitoring.Alerting.Receivers.IsEmpty)];

    public static TheoryData<string> Environments => [.. _telling];

    [Fact]
    public void Prod_tells_people_and_an_example_tells_tenants() => Assert.Equal(["Pulumi.prod.yaml", "examples/environments/alerting.yaml", "examples/environments/security.yaml"], _telling);

    [Fact]
    public async Task The_configuration_names_secrets_and_holds_none()
    {
        var configuration = Configuration(await StackAsync());

        Assert.Equal(
            [
                "/etc/alertmanager/secrets/alertmanager-files/chat", "/etc/alertmanager/secrets/pager/routing-key", "/etc/alertmanager/secrets/alertmanager-files/beat",
            ],
            [
                .. new[] { (1 + 1, "slack_configs", "api_url_file"), (2 + 1, "pagerduty_configs", "routing_key_file"), (4 + 1, "webhook_configs", "url_file") }
                    .Select(file => (string)JsonNode.Parse(configuration)!["receivers"]![file.Item1]![file.Item2]![0]![file.Item3]!),
            ]);
        Assert.DoesNotContain("hunter", configuration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_files_by_the_receivers_names() => Tree.Equal(
        """{"chat": "https://hooks.slack.com/services/hunter2", "beat": "https://beat.example.com/hunter3"}""",
        Tree.Of((await StackAsync()).Single("kubernetes:core/v1:Secret", "monitoring-alertmanager-files").Inputs["stringData"]));

    [Fact]
    public async Task The_chart_mounts_them_and_those_that_others_keep() => Tree.Equal(
        """["alertmanager-files", "pager"]""",
        Tree.Of((await StackAsync()).Single("kubernetes:helm.sh/v3:Release", "monitoring-release").Inputs["values"])["alertmanager"]!["alertmanagerSpec"]!["secrets"]);

    [Fact]
    public async Task Alertmanager_may_publish_to_its_topics_and_nothing_else() => Tree.Equal(
        """{"Version": "2012-10-17", "Statement": [{"Sid": "Publish", "Effect": "Allow", "Action": ["sns:Publish"], "Resource": ["arn:aws:sns:us-west-2:123456789012:alerts"]}]}""",
        JsonNode.Parse((string)(await StackAsync()).Single("aws:iam/rolePolicy:RolePolicy", "monitoring-alertmanager-policy").Inputs["policy"]));

    [Fact]
    public async Task It_reaches_the_ports_of_its_webhooks() => Assert.Contains(
        "\"port\":8080",
        Tree.Of((await StackAsync()).Single("kubernetes:networking.k8s.io/v1:NetworkPolicy", "monitoring-alertmanager-access").Inputs["spec"])["egress"]!.ToJsonString(),
        StringComparison.Ordinal);

    [SkippableFact]
    public async Task A_tenants_P0_goes_to_the_tenant_and_the_rest_to_the_platform()
    {
        var configuration = Configuration(await StackAsync());

        Assert.Equal("search", await AmTool.ReceiversAsync(configuration, "alertname=ErrorBudgetBurns", "severity=P0", "tenant=search", "model=ranker"));
        Assert.Equal("chat", await AmTool.ReceiversAsync(configuration, "alertname=ErrorBudgetBurns", "severity=P1", "tenant=search", "model=ranker"));
        Assert.Equal("on-call,chat", await AmTool.ReceiversAsync(configuration, "alertname=ErrorBudgetBurns", "severity=P0", "tenant=vision", "model=eyes"));
        Assert.Equal("beat", await AmTool.ReceiversAsync(configuration, "alertname=Watchdog", "severity=none"));
    }

    [Theory]
    [InlineData("""{"beat": "https://beat.example.com/hunter3"}""", "chat")]
    [InlineData("""{"chat": "", "beat": "https://beat.example.com/hunter3"}""", "chat")]
    public async Task A_receiver_without_its_secret_is_named_and_no_secret_is_shown(string secrets, string receiver)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => StackAsync(secrets));

        Assert.Contains(
            $"gpu-inference:alertSecrets has nothing for the receiver '{receiver}'; it is a JSON object with an entry for each, such as {{\"{receiver}\": \"…\"}}",
            exception.ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_receivers_there_is_no_Alertmanager()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.Eks().With("monitoring", """{"stack": {}}""").ForEngine());

        Assert.DoesNotContain(stack.Resources, resource => resource.Name!.Contains("alertmanager", StringComparison.Ordinal));
        Assert.False((bool?)Tree.Of(stack.Single("kubernetes:helm.sh/v3:Release", "monitoring-release").Inputs["values"])["alertmanager"]!["enabled"]);
    }

    [SkippableTheory]
    [MemberData(nameof(Environments))]
    public async Task Alertmanager_takes_the_configuration_of_every_environment(string file)
    {
        var plan = PlatformAlerting.Plan("x", Settings(file));
        var configuration = plan.ToFile().ToJson();

        Assert.Equal("", await AmTool.CheckAsync(configuration));
        Assert.Equal(string.Join(',', plan.Platform.P0), await AmTool.ReceiversAsync(configuration, "alertname=NodeNotReady", "severity=P0"));
        foreach (var (tenant, audience) in plan.Tenants)
        {
            Assert.Equal(
                string.Join(',', audience.P0.IsEmpty ? plan.Platform.P0 : audience.P0),
                await AmTool.ReceiversAsync(configuration, "alertname=InferenceFailing", "severity=P0", $"tenant={tenant}", "model=any"));
        }
    }

    private static PlatformSettings Settings(string file)
    {
        var problems = new ConfigProblems();
        var settings = PlatformSettings.Read(new JsonConfig(ShippedConfig.OfFile(file)), problems);
        Assert.Equal("", problems.Render(file));
        return settings!;
    }

    private static string Configuration(MockedStack stack) =>
        (string)Tree.Of(stack.Single("kubernetes:core/v1:Secret", "monitoring-alertmanager-config").Inputs["stringData"])["alertmanager.yaml"]!;

    private static Task<MockedStack> StackAsync(string secrets = """{"chat": "https://hooks.slack.com/services/hunter2", "beat": "https://beat.example.com/hunter3"}""")
    {
        var config = SampleConfig.Eks()
            .With("monitoring", $$"""{"stack": {}, "alerting": {{Alerting}} }""")
            .With("tenants", """[{"name": "search", "alerts": {"p0": ["search"]}}, {"name": "vision"}]""")
            .ForEngine();
        config["gpu-inference:alertSecrets"] = secrets;
        return MockedStack.OfAsync("x", config);
    }
}
