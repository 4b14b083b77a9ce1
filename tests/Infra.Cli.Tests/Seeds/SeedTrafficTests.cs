using static Infra.Cli.Tests.Seeds.SeedScenario;

namespace Infra.Cli.Tests.Seeds;

/// <summary>The ways in of documents 002 and 004.</summary>
public sealed class SeedTrafficTests
{
    [Fact]
    [Seed("S2.6", "Ingress nginx (fix): rewriting, body size 100m, host")]
    public async Task A_gateway_is_what_ingress_nginx_was()
    {
        var scenario = await OfAsync("002-ingress");
        var route = scenario.Object("HTTPRoute", "deepseek").SelectToken("spec")!;

        Holds(route, ("hostnames[0]", "deepseek.example.com"), ("rules[0].matches[0].path.value", "/"), ("rules[0].filters[0].urlRewrite.path.replacePrefixMatch", "/"));
        Holds(route, ("rules[0].backendRefs[0].name", "deepseek"), ("rules[0].backendRefs[0].port", 8080));
        Holds(scenario.Object("BackendTrafficPolicy", "deepseek"), ("spec.requestBuffer.limit", "100Mi"));
    }

    [Fact]
    [Seed("S2.6", "an existing class of Ingress, of any controller")]
    public async Task A_class_that_is_there_is_used_with_its_own_annotations()
    {
        var ingress = (await OfAsync("002-ingress")).Object("Ingress", "deepseek-next");

        Holds(ingress, ("spec.ingressClassName", "traefik"), ("spec.rules[0].host", "next.deepseek.example.com"), ("spec.rules[0].http.paths[0].backend.service.port.number", 8080));
        Holds(ingress, ("metadata.annotations['traefik.ingress.kubernetes.io/router.middlewares']", "inference-body-100m@kubernetescrd"));
    }

    [Fact]
    [Seed("S4.7", "gRPC in the place of REST")]
    public async Task GRPC_has_a_route_to_its_port()
    {
        var route = (await OfAsync("002-ingress")).Object("GRPCRoute", "detector-grpc").SelectToken("spec")!;

        Holds(route, ("hostnames[0]", "grpc.detector.example.com"), ("rules[0].backendRefs[0].name", "detector"), ("rules[0].backendRefs[0].port", 8001));
    }
}
