using Infra.Components.Accelerators;
using Infra.Components.Batch;
using Infra.Components.Chaos;
using Infra.Components.Clusters;
using Infra.Components.Monitoring;
using Infra.Components.Monitoring.Stack;
using Infra.Components.Nodes;
using Infra.Components.Predictions;
using Infra.Components.Queues;
using Infra.Components.Serving;
using Infra.Components.Serving.KServe;
using Infra.Components.Serving.LeaderWorkerSets;
using Infra.Components.Storage;
using Infra.Components.Traffic;
using Infra.Components.Training;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Conventions;

/// <summary>Prometheus scrapes whatever runs pods, or it is written down here why it doesn't.</summary>
public sealed class ScrapedComponentsTests
{
    private static readonly Dictionary<Type, string> _unscraped = new()
    {
        [typeof(AiGatewayController)] = "its chart shows no port of metrics; the requests it decides on are counted by the proxies, which are scraped",
        [typeof(AmdDevicePlugin)] = "the plugin publishes no metrics",
        [typeof(BatchInference)] = "its pods end with their work; what they did is told by kube-state-metrics",
        [typeof(ChaosMesh)] = "its experiments are watched by the alerts that they should raise; its chart has a Prometheus of its own, of 2020, and no monitor",
        [typeof(EfaDevicePlugin)] = "the plugin publishes no metrics",
        [typeof(EksAddOn)] = "its pods are AWS'; the DNS among them is scraped by the stack",
        [typeof(GaudiDevicePlugin)] = "the plugin publishes no metrics",
        [typeof(Headroom)] = "its pods do nothing",
        [typeof(ImagePuller)] = "its pods do nothing",
        [typeof(KServeOperator)] = "its metrics are behind a proxy that asks for a token, and the chart has no monitor; whether models get ready is told by kube-state-metrics",
        [typeof(KueueOperator)] = "its metrics are behind HTTPS that asks for a token; which Jobs wait is told by kube-state-metrics",
        [typeof(LeaderWorkerSetOperator)] = "the chart's monitor trusts no certificate that the controller could have; whether models get ready is told by kube-state-metrics",
        [typeof(ModelCache)] = "its pods copy files and end",
        [typeof(ModelGateway)] = "EnvoyGatewayController has the monitor of all gateways' proxies",
        [typeof(MonitoringStack)] = "the chart scrapes all its own parts",
        [typeof(NeuronDevicePlugin)] = "the plugin publishes no metrics",
        [typeof(NvidiaDevicePlugin)] = "the plugin publishes no metrics; the DCGM exporter tells of the GPUs",
        [typeof(PredictionStore)] = "Valkey has no metrics for Prometheus without a second program; the caches in front count hits and misses",
        [typeof(TrainingJob)] = "its pods end with their work; what they did is told by kube-state-metrics",
    };

    public static TheoryData<Type> Components => [.. ComponentCatalog.Classes];

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Whatever_runs_pods_is_scraped_or_says_why_not(Type component)
    {
        var run = await ComponentHarness.RunAsync(
            () => _ = ComponentCatalog.All[component](
                "a", new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider(), Samples.RandomProvider() } }),
            Samples.Options);
        var runsPods = run.Registrations.Any(r => r.Type is "kubernetes:helm.sh/v3:Release" or "aws:eks/addon:Addon" or "kubernetes:gateway.envoyproxy.io/v1alpha1:EnvoyProxy"
            || r.Inputs.Descendants().OfType<JProperty>().Any(property => property.Name == "containers"));
        var canBeScraped = component.GetConstructors().Single().GetParameters()[1].ParameterType.GetProperties()
            .Any(property => property.PropertyType == typeof(ScrapingArgs) || property.PropertyType == typeof(MonitoringArgs));

        Assert.True(!runsPods || canBeScraped || _unscraped.ContainsKey(component), $"{component.Name} runs pods; let Prometheus scrape them (ScrapingArgs), or say here why it can't");
        Assert.False(canBeScraped && _unscraped.ContainsKey(component), $"{component.Name} is scraped, and has a reason not to be");
    }
}
