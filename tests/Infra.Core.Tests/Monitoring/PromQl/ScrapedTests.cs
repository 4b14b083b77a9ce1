using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Monitoring.PromQl;

/// <summary>The cases of alerts rest on this.</summary>
public sealed class ScrapedTests
{
    private const string Rest = "service=\"exporter\",job=\"exporter\",endpoint=\"metrics\",instance=\"10.0.0.9:8080\"";

    [Theory]
    [InlineData("up", "up{namespace=\"monitoring\",pod=\"exporter-0\",container=\"exporter\"," + Rest + "}")]
    [InlineData("kube_pod_info{namespace=\"models\",pod=\"a\"}", "kube_pod_info{namespace=\"models\",pod=\"a\",container=\"exporter\"," + Rest + "}")]
    [InlineData("gpu{exported_pod=\"a\"}", "gpu{exported_pod=\"a\",namespace=\"monitoring\",pod=\"exporter-0\",container=\"exporter\"," + Rest + "}")]
    public void A_series_has_its_own_labels_and_its_target_s(string series, string expected) => Assert.Equal(expected, Scraped.Series(series));
}
