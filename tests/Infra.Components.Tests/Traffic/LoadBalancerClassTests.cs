using Infra.Components.Traffic.LoadBalancing;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Pulumi;

namespace Infra.Components.Tests.Traffic;

public sealed class LoadBalancerClassTests
{
    [Theory]
    [InlineData(false, "elbv2.k8s.aws/v1beta1", "ingress.k8s.aws/alb", "elbv2.k8s.aws")]
    [InlineData(true, "eks.amazonaws.com/v1", "eks.amazonaws.com/alb", "eks.amazonaws.com")]
    public async Task The_class_is_of_whoever_makes_load_balancers_here(bool autoMode, string apiVersion, string controller, string group)
    {
        var run = await RunAsync(TrafficSamples.Class(autoMode, internetFacing: true));
        var parameters = Parameters(run);

        Assert.Equal(apiVersion, parameters["apiVersion"]);
        JsonAssert.Same(
            """
            {
              "scheme": "internet-facing",
              "group": { "name": "models-internal" },
              "sslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
              "loadBalancerAttributes": [
                { "key": "idle_timeout.timeout_seconds", "value": "300" },
                { "key": "routing.http.drop_invalid_header_fields.enabled", "value": "true" }
              ],
              "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "models" } }
            }
            """,
            parameters["spec"]);
        JsonAssert.Same(
            $$"""{ "controller": "{{controller}}", "parameters": { "apiGroup": "{{group}}", "kind": "IngressClassParams", "name": "models-internal" } }""",
            run["kubernetes:networking.k8s.io/v1:IngressClass", "lb-class"].Inputs["spec"]);
    }

    [Fact]
    public async Task Several_namespaces_share_it() => JsonAssert.Same(
        """{ "matchExpressions": [{ "key": "kubernetes.io/metadata.name", "operator": "In", "values": ["vision", "language"] }] }""",
        Parameters(await RunAsync(new LoadBalancerClassArgs { IngressClass = "models", Namespaces = ["vision", "language"] })).SelectToken("spec.namespaceSelector"));

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Its_parameters_are_what_the_definition_allows(bool autoMode) =>
        Assert.Equal([], CustomResourceDefinitions.Problems(Parameters(await RunAsync(TrafficSamples.Class(autoMode)))));

    [Fact]
    public async Task Wrong_arguments_are_told_all_at_once() => Assert.Equal(
        """
        2 problems in gpu-inference:index:LoadBalancerClass:
          lb.ingressClass: 'Models' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends
          lb.idleTimeoutSeconds: 4001 is not between 1 and 4000
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => RunAsync(new LoadBalancerClassArgs { IngressClass = "Models", Namespaces = ["models"], IdleTimeoutSeconds = 4001 }))).Message);

    private static Newtonsoft.Json.Linq.JObject Parameters(ComponentRun run) => run.Registrations.Single(one => one.Name == "lb-parameters").Inputs;

    private static Task<ComponentRun> RunAsync(LoadBalancerClassArgs args) => TrafficSamples.Run(options => _ = new LoadBalancerClass("lb", args, options));
}
