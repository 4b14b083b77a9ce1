namespace Infra.Stacks.Tests.Settings;

/// <summary>Where a cache of names on every node works.</summary>
public sealed class DnsRuleTests
{
    private const string Cache = """{"nodeLocalCache": true}""";

    [Fact]
    public void A_cluster_on_EKS_says_where_its_DNS_is()
    {
        Assert.Equal("", SampleConfig.NewEks().With("dns", Cache).Problems());
        Assert.Equal("", SampleConfig.Eks().With("dns", Cache).Problems());
    }

    [Fact]
    public void Any_other_cluster_is_asked_by_hand()
    {
        Assert.Equal(
            "gpu-inference:dns.serviceAddress: missing; only EKS says it by itself, so write down what 'kubectl --namespace kube-system get service kube-dns --output jsonpath={.spec.clusterIP}' answers",
            SampleConfig.Local().With("dns", Cache).Problems());
        Assert.Equal("", SampleConfig.Local().With("dns", """{"nodeLocalCache": true, "serviceAddress": "10.96.0.10"}""").Problems());
    }

    [Fact]
    public void Auto_Mode_has_it_already() => Assert.Equal(
        "gpu-inference:dns.nodeLocalCache: nodes of EKS Auto Mode answer for names themselves, and let nobody change how; remove it",
        SampleConfig.NewEks().With("nodeAutoscaling", """{"kind": "autoMode"}""").With("pools[0]", """{"name": "t4", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 2}}""").With("dns", Cache).Problems());

    [Theory]
    [InlineData("""{"serviceAddress": "10.96.0.10"}""", "serviceAddress: only the cache of nodeLocalCache needs it; set nodeLocalCache: true or remove it")]
    [InlineData("""{"nodeLocalCache": true, "serviceAddress": "10.96.0.256"}""", "serviceAddress: '10.96.0.256' is not allowed; allowed: an IPv4 address such as 10.96.0.10")]
    public void A_mistake_is_named(string dns, string problem) =>
        Assert.Equal($"gpu-inference:dns.{problem}", SampleConfig.Local().With("dns", dns).Problems());
}
