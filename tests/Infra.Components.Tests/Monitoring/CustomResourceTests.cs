using Infra.Components.Tests.Serving;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Monitoring;

/// <summary>Custom resources against the real definitions: a field that these don't know would be dropped or refused by the API server.</summary>
public sealed class CustomResourceTests
{
    private const string Monitor = "kubernetes:monitoring.coreos.com/v1:ServiceMonitor";
    private const string Rules = "kubernetes:monitoring.coreos.com/v1:PrometheusRule";

    [SkippableTheory]
    [InlineData(Monitor, "vision-monitor")]
    [InlineData(Rules, "vision-rules")]
    public async Task What_a_model_declares_fits_the_definition(string type, string name) =>
        Assert.Equal([], CustomResourceDefinitions.Problems(await InputsAsync(type, name)));

    [SkippableTheory]
    [InlineData("spec.endpoints[0].port", 8501, "ServiceMonitor.spec.endpoints[0].port: integer instead of string")]
    [InlineData("spec.endpoints[0].interval", "30 s", @"ServiceMonitor.spec.endpoints[0].interval: '30 s' doesn't match ^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$")]
    [InlineData("spec.endpoints[0].scheme", "ftp", "ServiceMonitor.spec.endpoints[0].scheme: ftp is none of http, https, HTTP, HTTPS")]
    [InlineData("spec.endpoints[0].every", "30s", "ServiceMonitor.spec.endpoints[0].every: unknown field")]
    [InlineData("metadata.label", "x", "ServiceMonitor.metadata.label: unknown field")]
    [InlineData("apiVersion", "monitoring.coreos.com/v2", "ServiceMonitor: group 'monitoring.coreos.com' has no version 'v2'")]
    public async Task A_wrong_field_is_found(string path, object value, string problem)
    {
        var monitor = await InputsAsync(Monitor, "vision-monitor");
        var dot = path.LastIndexOf('.');
        ((JObject)(dot < 0 ? monitor : monitor.SelectToken(path[..dot])!))[path[(dot + 1)..]] = new JValue(value);

        Assert.Equal([problem], CustomResourceDefinitions.Problems(monitor));
    }

    [SkippableFact]
    public async Task A_missing_field_is_found()
    {
        var rules = await InputsAsync(Rules, "vision-rules");
        ((JObject)rules.SelectToken("spec.groups[0].rules[1]")!).Remove("expr");
        ((JObject)rules.SelectToken("spec.groups[0]")!).Remove("name");

        Assert.Equal(
            ["PrometheusRule.spec.groups[0].rules[1].expr: required", "PrometheusRule.spec.groups[0].name: required"],
            CustomResourceDefinitions.Problems(rules));
    }

    private static async Task<JObject> InputsAsync(string type, string name) => (await ServingSamples.Run(ServingSamples.OnGpu()))[type, name].Inputs;
}
