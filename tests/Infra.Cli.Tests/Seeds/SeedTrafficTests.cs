using static Infra.Cli.Tests.Seeds.SeedScenario;

namespace Infra.Cli.Tests.Seeds;

/// <summary>Ways in, the mesh and names: documents 002 and 004.</summary>
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

    [Fact]
    [Seed("S4.3", "mirroring")]
    [Seed("S4.3", "retries")]
    public async Task The_second_version_gets_a_copy_of_every_tenth_call()
    {
        var route = (await OfAsync("004-mesh")).Object("VirtualService", "model-service").SelectToken("spec.http[0]")!;

        Holds(route, ("route[0].destination.host", "model-service.inference.svc.cluster.local"), ("route[0].weight", 100), ("route[1]", null));
        Holds(route, ("mirrors[0].destination.host", "model-service-candidate.inference.svc.cluster.local"), ("mirrors[0].percentage.value", 10));
        Holds(route, ("retries.attempts", 3), ("retries.retryOn", "connect-failure,refused-stream,reset-before-request"));
    }

    [Fact]
    [Seed("S4.3", "circuit breaking")]
    [Seed("S4.7", "connection pool")]
    public async Task A_replica_that_fails_gets_no_calls_and_few_calls_wait() => Holds(
        (await OfAsync("004-mesh")).Object("DestinationRule", "model-service").SelectToken("spec.trafficPolicy")!,
        ("outlierDetection.consecutive5xxErrors", 5),
        ("outlierDetection.baseEjectionTime", "30s"),
        ("connectionPool.http.http1MaxPendingRequests", 100),
        ("retryBudget.percent", 20));

    [Fact]
    [Seed("S4.3", "telemetry of the sidecars")]
    public async Task The_proxies_tell_of_calls_that_fail()
    {
        var scenario = await OfAsync("004-mesh");
        var pod = scenario.Object("Deployment", "model-service").SelectToken("spec.template")!;

        Holds(pod, ("metadata.labels['sidecar.istio.io/inject']", "true"), ("metadata.labels['app.kubernetes.io/instance']", "model-service"));
        Holds(
            scenario.Object("Telemetry", "model-service")["spec"]!,
            ("selector.matchLabels['app.kubernetes.io/instance']", "model-service"),
            ("accessLogging[0].filter.expression", "response.code >= 400"));
    }

    [Fact]
    [Seed("S4.7", "DNS cache")]
    public async Task Names_are_answered_on_the_node()
    {
        var scenario = await OfAsync("004-mesh");

        Holds(
            One(scenario.Object("DaemonSet", "node-local-dns"), "spec.template.spec.containers"),
            ("args[0]", "-localip"),
            ("args[3]", "/etc/Corefile"),
            ("livenessProbe.httpGet.host", "169.254.20.10"));
        Holds(scenario.Object("Service", "kube-dns-upstream"), ("spec.selector['k8s-app']", "kube-dns"));
    }
}
