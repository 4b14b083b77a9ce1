using Infra.Components.Traffic;
using Infra.TestKit;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Traffic;

/// <summary>The definition of InferencePools, which is ours to bring, and what makes Envoy Gateway understand them.</summary>
public sealed class InferencePoolDefinitionTests
{
    private const string Definition = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [SkippableFact]
    public async Task It_is_the_published_one()
    {
        var published = YamlJson.Read(SharedFacts.Require("crds", "inference.networking.k8s.io_inferencepools.yaml"));
        var ours = (await RunAsync(inferencePools: true))[Definition, "c-inference-pools"].Inputs;

        JsonAssert.Same(published["spec"]!.ToString(), ours["spec"]);
        JsonAssert.Same(published["metadata"]!.ToString(), ours["metadata"]);
    }

    // A key of a certificate would go to it unencrypted.
    [Fact]
    public async Task Envoy_Gateway_asks_Envoy_AI_Gateway_about_everything_but_secrets() => JsonAssert.Same(
        """
        {
          "backendResources": [{ "group": "inference.networking.k8s.io", "kind": "InferencePool", "version": "v1" }],
          "hooks": {
            "xdsTranslator": {
              "translation": {
                "listener": { "includeAll": true }, "route": { "includeAll": true }, "cluster": { "includeAll": true }, "secret": { "includeAll": false }
              },
              "post": ["Translation", "Cluster", "Route"]
            }
          },
          "service": { "fqdn": { "hostname": "ai-gateway-controller.envoy-ai-gateway-system.svc.cluster.local", "port": 1063 } }
        }
        """,
        (await RunAsync(inferencePools: true))[Release, "c-release"].Inputs.SelectToken("values.config.envoyGateway.extensionManager"));

    // It would watch a kind that isn't there, and stop.
    [Fact]
    public async Task It_starts_after_the_definition() => Assert.Contains("c-inference-pools", (await RunAsync(inferencePools: true))[Release, "c-release"].DependsOn);

    [Fact]
    public async Task Without_a_pool_nobody_is_asked()
    {
        var run = await RunAsync(inferencePools: false);

        Assert.DoesNotContain(run.Registrations, one => one.Type == Definition);
        Assert.Null(run[Release, "c-release"].Inputs.SelectToken("values.config.envoyGateway.extensionManager"));
    }

    [Fact]
    public async Task The_webhook_has_a_certificate_that_is_renewed()
    {
        var run = await TrafficSamples.Run(options => _ = new AiGatewayController("c", new AiGatewayControllerArgs(), options));

        Assert.True((bool)run[Release, "c-release"].Inputs.SelectToken("values.controller.mutatingWebhook.certManager.enable")!);
        Assert.Equal(
            ("oci://docker.io/envoyproxy/ai-gateway-crds-helm", "v1.1.0"), ((string?)run[Release, "c-crds"].Inputs["chart"], (string?)run[Release, "c-crds"].Inputs["version"]));
        Assert.Contains("c-crds", run[Release, "c-release"].DependsOn);
    }

    private static Task<ComponentRun> RunAsync(bool inferencePools) =>
        TrafficSamples.Run(options => _ = new EnvoyGatewayController("c", new EnvoyGatewayControllerArgs { InferencePools = inferencePools }, options));
}
