using Infra.Components.RayClusters;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.RayClusters;

/// <summary>Ray's own metrics, of heads and workers.</summary>
public sealed class RayMonitorTests
{
    private static readonly Dictionary<string, (string Instance, Func<Task<ComponentRun>> Run)> _scraped = new()
    {
        ["ray"] = ("research", () => RaySamples.Run(new RayClusterArgs
        {
            RayClusterName = "research",
            Namespace = "models",
            Nodes = RaySamples.Nodes(),
            Scraping = RaySamples.Scraping,
            PrometheusNamespace = "monitoring",
        })),
        ["training"] = ("finetune", () => RaySamples.Run(new RayTrainingArgs
        {
            JobName = "finetune",
            Namespace = "models",
            Nodes = RaySamples.Nodes(),
            Entrypoint = "python train.py",
            Scraping = RaySamples.Scraping,
            PrometheusNamespace = "monitoring",
        })),
    };

    public static TheoryData<string> Components => [.. _scraped.Keys];

    [SkippableTheory]
    [MemberData(nameof(Components))]
    public async Task Every_pod_is_scraped_at_the_port_that_KubeRay_declares(string component)
    {
        var (instance, run) = _scraped[component];
        var monitor = (await run()).Inputs($"{component}-monitor");

        Assert.Equal(
            (instance, "models", "prometheus"),
            ((string?)monitor.SelectToken("metadata.name"), (string?)monitor.SelectToken("metadata.namespace"), (string?)monitor.SelectToken("metadata.labels.release")));
        JsonAssert.Same(
            """
            {
              "selector": { "matchLabels": { "app.kubernetes.io/instance": "INSTANCE" } },
              "podMetricsEndpoints": [ { "portNumber": 8080, "path": "/metrics", "interval": "30s" } ]
            }
            """.Replace("INSTANCE", instance, StringComparison.Ordinal),
            monitor["spec"]);
        Assert.Equal([], CustomResourceDefinitions.Problems(monitor));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Its_labels_are_those_of_the_pods_and_the_policy_lets_Prometheus_in(string component)
    {
        var run = await _scraped[component].Run();
        var labels = run.Inputs(component == "ray" ? "ray-ray-cluster" : "training-ray-job").SelectTokens("spec..template.metadata.labels['app.kubernetes.io/instance']").Values<string>();

        // The head, and two groups of workers.
        Assert.Equal(Enumerable.Repeat(_scraped[component].Instance, 3), labels);
        Assert.Equal(
            ["""{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"monitoring"}}}],"ports":[{"port":8080,"protocol":"TCP"}]}"""],
            Prometheus(run.Inputs($"{component}-network-policy")));
    }

    [Fact]
    public async Task Nobody_is_let_in_where_nobody_scrapes()
    {
        var run = await RaySamples.Run(RaySamples.Cluster());

        Assert.Empty(Prometheus(run.Inputs("ray-network-policy")));
        Assert.DoesNotContain(run.Registrations, registration => registration.Name == "ray-monitor");
    }

    private static IEnumerable<string> Prometheus(JObject policy) =>
        policy.SelectToken("spec.ingress")!.Where(rule => rule.SelectToken("ports[?(@.port == 8080)]") is not null).Select(rule => rule.ToString(Formatting.None));
}
