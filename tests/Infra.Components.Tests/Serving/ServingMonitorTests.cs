using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

public sealed class ServingMonitorTests
{
    [Fact]
    public async Task Prometheus_scrapes_the_servers_own_path()
    {
        var monitor = await MonitorAsync();
        var metadata = JObject.Parse(ServingSamples.Metadata);
        metadata["labels"]!["release"] = "prometheus";

        JsonAssert.Same(
            $$"""
            {
              "apiVersion": "monitoring.coreos.com/v1",
              "kind": "ServiceMonitor",
              "metadata": {{metadata}},
              "spec": {
                "selector": { "matchLabels": {{ServingSamples.Selector}} },
                "podTargetLabels": ["app.kubernetes.io/instance"],
                "endpoints": [ { "port": "http", "path": "/monitoring/prometheus/metrics", "interval": "30s" } ]
              }
            }
            """,
            monitor.Monitor);
    }

    [Fact]
    public async Task The_monitor_finds_the_service_and_its_port()
    {
        var (monitor, service) = await MonitorAsync();
        var labels = (JObject)service.SelectToken("metadata.labels")!;

        Assert.All(
            ((JObject)monitor.SelectToken("spec.selector.matchLabels")!).Properties(),
            label => Assert.Equal((string?)label.Value, (string?)labels[label.Name]));
        Assert.Contains((string?)monitor.SelectToken("spec.endpoints[0].port"), service.SelectTokens("spec.ports[*].name").Select(name => (string?)name));
        // Without a namespace selector a monitor looks in its own namespace only.
        Assert.Equal((string?)service.SelectToken("metadata.namespace"), (string?)monitor.SelectToken("metadata.namespace"));
    }

    private static async Task<(JObject Monitor, JObject Service)> MonitorAsync()
    {
        var run = await ServingSamples.Run(ServingSamples.OnGpu());
        return (
            run["kubernetes:monitoring.coreos.com/v1:ServiceMonitor", "vision-monitor"].Inputs,
            run["kubernetes:core/v1:Service", "vision-service"].Inputs);
    }
}
