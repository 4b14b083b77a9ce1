using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Monitoring.Alerting;

/// <summary>Who is told of an alert, by the real amtool.</summary>
public sealed class AlertRoutingTests
{
    private static readonly string _full = AlertPlans.Full.ToFile().ToJson();

    [SkippableFact]
    public async Task Alertmanager_takes_the_configuration() => Assert.Equal("", await AmTool.CheckAsync(_full));

    [SkippableFact]
    public async Task Alertmanager_takes_the_smallest() => Assert.Equal("", await AmTool.CheckAsync(AlertPlans.Small.ToFile().ToJson()));

    [SkippableTheory]
    [InlineData("on-call,chat", "alertname=GpuFellOff severity=P0 node=ip-10-0-0-1")]
    [InlineData("chat,topic", "alertname=PoolAtMaximum severity=P1 pool=t4")]
    [InlineData("nobody", "alertname=GpuIdle severity=P2")]
    [InlineData("on-call,chat", "alertname=KubeAPIDown severity=critical")]
    [InlineData("chat,topic", "alertname=TargetDown severity=warning namespace=monitoring")]
    [InlineData("nobody", "alertname=CPUThrottlingHigh severity=info namespace=monitoring")]
    public async Task The_platforms_alerts_go_by_severity(string receivers, string alert) => Assert.Equal(receivers, await Route(alert));

    [SkippableTheory]
    [InlineData("search-room,search-tickets", "alertname=ErrorBudgetBurns severity=P0 tenant=search namespace=search model=ranker")]
    [InlineData("search-tickets", "alertname=ErrorBudgetBurns severity=P1 tenant=search namespace=search model=ranker")]
    [InlineData("search-tickets", "alertname=ErrorBudgetBurns severity=P2 tenant=search namespace=search model=ranker")]
    [InlineData("topic", "alertname=ErrorBudgetBurns severity=P0 tenant=vision namespace=vision model=classifier")]
    public async Task A_tenants_alerts_go_to_the_tenant(string receivers, string alert) => Assert.Equal(receivers, await Route(alert));

    [SkippableTheory]
    [InlineData("chat,topic", "alertname=ErrorBudgetBurns severity=P1 tenant=vision namespace=vision model=classifier")]
    [InlineData("on-call,chat", "alertname=ErrorBudgetBurns severity=P0 tenant=searching namespace=inference model=ranker")]
    [InlineData("on-call,chat", "alertname=ErrorBudgetBurns severity=P0 namespace=inference model=ranker")]
    public async Task What_no_tenant_is_told_of_goes_to_the_platform(string receivers, string alert) => Assert.Equal(receivers, await Route(alert));

    [SkippableTheory]
    [InlineData("alertname=Strange")]
    [InlineData("alertname=Strange severity=P00")]
    [InlineData("alertname=Strange severity=urgent")]
    public async Task A_severity_that_nobody_knows_counts_as_P1(string alert) => Assert.Equal("chat,topic", await Route(alert));

    [SkippableTheory]
    [InlineData("heartbeat", "alertname=Watchdog severity=none")]
    [InlineData("nobody", "alertname=InfoInhibitor severity=none namespace=monitoring")]
    [InlineData("nobody", "alertname=PodOnFailedNode severity=P2 namespace=inference pod=ranker-0 node=ip-10-0-0-1")]
    public async Task What_isn_t_for_people_doesn_t_reach_them(string receivers, string alert) => Assert.Equal(receivers, await Route(alert));

    [SkippableFact]
    public async Task Without_a_dead_mans_switch_the_watchdog_bothers_nobody() =>
        Assert.Equal("nobody", await AmTool.ReceiversAsync(AlertPlans.Small.ToFile().ToJson(), "alertname=Watchdog", "severity=none"));

    private static Task<string> Route(string alert) => AmTool.ReceiversAsync(_full, alert.Split(' '));
}
