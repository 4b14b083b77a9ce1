using Infra.Components.Traffic;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Pulumi;

namespace Infra.Components.Tests.Traffic;

public sealed class ModelGatewayTests
{
    private const string Gateway = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
    private const string Proxy = "kubernetes:gateway.envoyproxy.io/v1alpha1:EnvoyProxy";
    private const string Allowed = """{ "namespaces": { "from": "Selector", "selector": { "matchLabels": { "kubernetes.io/metadata.name": "models" } } } }""";

    [Fact]
    public async Task Each_host_has_a_listener_and_plain_requests_are_sent_on() => JsonAssert.Same(
        $$"""
        {
          "gatewayClassName": "gpu-inference",
          "infrastructure": { "parametersRef": { "group": "gateway.envoyproxy.io", "kind": "EnvoyProxy", "name": "gateway-public" } },
          "listeners": [
            {
              "name": "https.models.example.com", "hostname": "models.example.com", "port": 443, "protocol": "HTTPS", "allowedRoutes": {{Allowed}},
              "tls": { "mode": "Terminate", "certificateRefs": [{ "name": "models.example.com-tls" }] }
            },
            {
              "name": "https.old.example.com", "hostname": "old.example.com", "port": 443, "protocol": "HTTPS", "allowedRoutes": {{Allowed}},
              "tls": { "mode": "Terminate", "certificateRefs": [{ "name": "old" }] }
            },
            { "name": "http.plain.example.com", "hostname": "plain.example.com", "port": 80, "protocol": "HTTP", "allowedRoutes": {{Allowed}} },
            { "name": "http", "port": 80, "protocol": "HTTP", "allowedRoutes": { "namespaces": { "from": "Same" } } }
          ]
        }
        """,
        (await RunAsync())[Gateway, "edge-gateway"].Inputs["spec"]);

    [Fact]
    public async Task Only_hosts_with_a_certificate_are_sent_on() => JsonAssert.Same(
        """
        {
          "parentRefs": [{ "name": "gateway-public", "sectionName": "http" }],
          "hostnames": ["models.example.com", "old.example.com"],
          "rules": [{ "filters": [{ "type": "RequestRedirect", "requestRedirect": { "scheme": "https", "statusCode": 301 } }] }]
        }
        """,
        (await RunAsync())["kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "edge-redirect"].Inputs["spec"]);

    [Fact]
    public async Task A_certificate_is_asked_of_the_issuer() => JsonAssert.Same(
        """
        {
          "secretName": "models.example.com-tls",
          "dnsNames": ["models.example.com"],
          "issuerRef": { "name": "letsencrypt", "kind": "ClusterIssuer", "group": "cert-manager.io" }
        }
        """,
        (await RunAsync())["kubernetes:cert-manager.io/v1:Certificate", "edge-certificate-models.example.com"].Inputs["spec"]);

    // With the load balancer's address in the place of the caller's, nobody could be let in by his network.
    [Fact]
    public async Task A_Network_Load_Balancer_leaves_callers_their_addresses() => JsonAssert.Same(
        """
        {
          "type": "LoadBalancer",
          "loadBalancerClass": "service.k8s.aws/nlb",
          "annotations": {
            "service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing",
            "service.beta.kubernetes.io/aws-load-balancer-nlb-target-type": "ip",
            "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes": "preserve_client_ip.enabled=true"
          }
        }
        """,
        (await RunAsync())[Proxy, "edge-proxy"].Inputs.SelectToken("spec.provider.kubernetes.envoyService"));

    [Theory]
    [InlineData("nodePort", "NodePort")]
    [InlineData("clusterIP", "ClusterIP")]
    public async Task Without_a_load_balancer_there_is_nothing_of_AWS(string service, string type) => JsonAssert.Same(
        $$"""{ "type": "{{type}}" }""",
        (await RunAsync(TrafficSamples.Gateway(service)))[Proxy, "edge-proxy"].Inputs.SelectToken("spec.provider.kubernetes.envoyService"));

    [Fact]
    public async Task Proxies_finish_the_longest_request_and_a_single_one_can_be_drained()
    {
        var two = (await RunAsync())[Proxy, "edge-proxy"].Inputs["spec"]!;
        var one = (await RunAsync(TrafficSamples.Gateway(replicas: 1)))[Proxy, "edge-proxy"].Inputs["spec"]!;

        JsonAssert.Same("""{ "drainTimeout": "300s", "minDrainDuration": "30s" }""", two["shutdown"]);
        JsonAssert.Same("""{ "maxUnavailable": 1 }""", two.SelectToken("provider.kubernetes.envoyPDB"));
        Assert.Null(one.SelectToken("provider.kubernetes.envoyPDB"));
    }

    [Fact]
    public async Task Its_pods_are_declared() => JsonAssert.Same(
        """
        [{
          "workload": "gateway-public", "kind": "Deployment", "replicas": 2, "cpu": "110m", "memory": "544Mi", "selectors": [], "tolerations": [], "hostAccess": [],
          "maxUnavailable": "1", "spread": ["topology.kubernetes.io/zone", "kubernetes.io/hostname"],
          "source": "gateway-helm v1.9.0, api/v1alpha1/shared_types.go, proxy and shutdown manager; replicas and requests of the proxy in our EnvoyProxy"
        }]
        """,
        (await RunAsync()).Registrations.Single(one => one.Name == "edge").Inputs["footprint"]);

    [SkippableFact]
    public async Task Every_object_is_what_the_definitions_allow()
    {
        var objects = (await RunAsync()).Registrations.Where(one => one.Type.StartsWith("kubernetes:", StringComparison.Ordinal)).ToList();

        Assert.Equal(4, objects.Count);
        Assert.Equal([], objects.SelectMany(one => CustomResourceDefinitions.Problems(one.Inputs)));
    }

    [Fact]
    public async Task Wrong_arguments_are_told_all_at_once()
    {
        var exception = await Assert.ThrowsAsync<ResourceException>(() => RunAsync(new ModelGatewayArgs
        {
            Gateway = new string('g', 41),
            GatewayClass = "gpu-inference",
            Namespace = "envoy-gateway-system",
            RouteNamespaces = ["models"],
            Hosts = [new GatewayHostArgs { Host = "a.example.com" }, new GatewayHostArgs { Host = "a.example.com" }],
            Service = "ingress",
            Replicas = 0,
        }));

        Assert.Equal(
            """
            4 problems in gpu-inference:index:ModelGateway:
              edge.gateway: 'ggggggggggggggggggggggggggggggggggggggggg' has 41 characters; allowed are 1 to 40
              edge.hosts: 'a.example.com' is there 2 times; name a host once
              edge.replicas: 0 is less than 1
              edge.service: 'ingress' is no kind of Service; there are: clusterIP, loadBalancer, nodePort
            """,
            exception.Message);
    }

    private static Task<ComponentRun> RunAsync(ModelGatewayArgs? args = null) => TrafficSamples.Run(options => _ = new ModelGateway("edge", args ?? TrafficSamples.Gateway(), options));
}
