using Infra.Components.Predictions;
using Infra.Components.Serving.Mesh;
using Infra.Components.Serving.Traffic;
using Infra.TestKit.Kubernetes;

namespace Infra.Components.Tests.Serving.Traffic;

public sealed class GatewayExposureTests
{
    private const string HttpRoute = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";
    private const string GrpcRoute = "kubernetes:gateway.networking.k8s.io/v1:GRPCRoute";
    private const string TrafficPolicy = "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy";
    private const string SecurityPolicy = "kubernetes:gateway.envoyproxy.io/v1alpha1:SecurityPolicy";

    private static readonly ExposeTlsArgs _tls = new() { Issuer = "letsencrypt" };

    [Fact]
    public async Task A_route_leads_to_the_Service_with_the_path_that_the_model_knows() => JsonAssert.Same(
        """
        {
          "parentRefs": [{ "name": "gateway-internal", "namespace": "envoy-gateway-system", "sectionName": "https.models.example.com" }],
          "hostnames": ["models.example.com"],
          "rules": [{
            "matches": [{ "path": { "type": "PathPrefix", "value": "/a" } }],
            "filters": [{ "type": "URLRewrite", "urlRewrite": { "path": { "type": "ReplacePrefixMatch", "replacePrefixMatch": "/" } } }],
            "backendRefs": [{ "name": "classifier", "port": 8501, "weight": 100 }]
          }]
        }
        """,
        (await ExposeSamples.ObjectAsync(ExposeSamples.On(ExposeSamples.ByGateway("/a", "/", _tls)), HttpRoute, "route"))["spec"]);

    [Theory]
    [InlineData(HttpRoute, "route")]
    [InlineData(GrpcRoute, "grpc-route")]
    public async Task Routes_of_a_host_of_two_clusters_ask_for_a_record_of_each(string type, string role)
    {
        var expose = ExposeSamples.ByGateway(tls: _tls, grpcHost: "grpc.example.com", failover: "secondary");

        JsonAssert.Same(
            """{ "external-dns.alpha.kubernetes.io/set-identifier": "secondary", "external-dns.alpha.kubernetes.io/aws-failover": "SECONDARY" }""",
            (await ExposeSamples.ObjectAsync(ExposeSamples.On(expose), type, role)).SelectToken("metadata.annotations"));
    }

    // Envoy would give up after 15 seconds.
    [Fact]
    public async Task A_plain_route_has_the_models_longest_request_as_its_limit() => JsonAssert.Same(
        """
        {
          "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "HTTPRoute", "name": "classifier" }],
          "timeout": { "http": { "requestTimeout": "120s", "streamIdleTimeout": "120s" } }
        }
        """,
        (await ExposeSamples.ObjectAsync(ExposeSamples.On(ExposeSamples.ByGateway()), TrafficPolicy, "traffic-policy"))["spec"]);

    [Fact]
    public async Task Rate_size_and_silence_are_limited() => JsonAssert.Same(
        """
        {
          "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "HTTPRoute", "name": "classifier" }],
          "timeout": { "http": { "requestTimeout": "120s", "streamIdleTimeout": "30s" } },
          "rateLimit": { "type": "Local", "local": { "rules": [{ "limit": { "requests": 45, "unit": "Minute" } }] } },
          "requestBuffer": { "limit": "100Mi" }
        }
        """,
        (await ExposeSamples.ObjectAsync(
            ExposeSamples.On(ExposeSamples.ByGateway(maxBody: "100Mi", idle: 30, rateLimit: new RateLimitArgs { RequestsPerPod = 45, Per = "minute" })), TrafficPolicy, "traffic-policy"))["spec"]);

    // A stream has no size: read whole, it would never be passed on.
    [Fact]
    public async Task GRPC_has_a_host_and_limits_of_its_own_without_a_size()
    {
        var run = await ServingSamples.Run(ExposeSamples.On(ExposeSamples.ByGateway(grpcHost: "grpc.example.com", maxBody: "1Mi")));

        JsonAssert.Same(
            """
            {
              "parentRefs": [{ "name": "gateway-internal", "namespace": "envoy-gateway-system", "sectionName": "http.grpc.example.com" }],
              "hostnames": ["grpc.example.com"],
              "rules": [{ "backendRefs": [{ "name": "classifier", "port": 8500, "weight": 100 }] }]
            }
            """,
            run[GrpcRoute, "vision-grpc-route"].Inputs["spec"]);
        JsonAssert.Same(
            """
            {
              "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "GRPCRoute", "name": "classifier-grpc" }],
              "timeout": { "http": { "requestTimeout": "120s", "streamIdleTimeout": "120s" } }
            }
            """,
            run[TrafficPolicy, "vision-grpc-traffic-policy"].Inputs["spec"]);
    }

    [Fact]
    public async Task Who_may_call_holds_for_both_interfaces()
    {
        var expose = ExposeSamples.ByGateway(
            "/a", "/", _tls, grpcHost: "grpc.example.com", allowed: ["10.0.0.0/8"],
            authentication: new AuthenticationArgs
            {
                Jwt = new JwtArgs { Issuer = "https://login.example.com/", JwksUri = "https://login.example.com/keys", Audiences = ["models"] },
                Oidc = new OidcArgs { Issuer = "https://login.example.com/", ClientId = "models", Secret = "models-client" },
                ApiKeys = new ApiKeysArgs { Secret = "callers", Header = "x-api-key" },
                BasicSecret = "users",
            });

        JsonAssert.Same(
            """
            {
              "targetRefs": [
                { "group": "gateway.networking.k8s.io", "kind": "HTTPRoute", "name": "classifier" },
                { "group": "gateway.networking.k8s.io", "kind": "GRPCRoute", "name": "classifier-grpc" }
              ],
              "apiKeyAuth": { "credentialRefs": [{ "name": "callers" }], "extractFrom": [{ "headers": ["x-api-key"] }], "sanitize": true },
              "basicAuth": { "users": { "name": "users" } },
              "jwt": { "providers": [{ "name": "issuer", "issuer": "https://login.example.com/", "audiences": ["models"], "remoteJWKS": { "uri": "https://login.example.com/keys" } }] },
              "oidc": {
                "provider": { "issuer": "https://login.example.com/" },
                "clientID": "models",
                "clientSecret": { "name": "models-client" },
                "redirectURL": "https://models.example.com/a/oauth2/callback",
                "logoutPath": "/a/oauth2/logout"
              },
              "authorization": { "defaultAction": "Deny", "rules": [{ "action": "Allow", "principal": { "clientCIDRs": ["10.0.0.0/8"] } }] }
            }
            """,
            (await ExposeSamples.ObjectAsync(ExposeSamples.On(expose), SecurityPolicy, "security-policy"))["spec"]);
    }

    [SkippableFact]
    public async Task Every_object_is_what_the_definitions_allow()
    {
        var run = await ServingSamples.Run(ExposeSamples.On(ExposeSamples.ByGateway(
            "/a", "/", _tls, "1Mi", new RateLimitArgs { RequestsPerPod = 1, Per = "second" }, grpcHost: "grpc.example.com", allowed: ["10.0.0.0/8"],
            authentication: new AuthenticationArgs
            {
                Jwt = new JwtArgs { Issuer = "i", JwksUri = "https://login.example.com/keys" },
                Oidc = new OidcArgs { Issuer = "https://login.example.com/", ClientId = "models", Secret = "s", AuthorizationEndpoint = "https://a.example.com", TokenEndpoint = "https://t.example.com" },
                ApiKeys = new ApiKeysArgs { Secret = "callers", Header = "x-api-key" },
                BasicSecret = "users",
            })));
        var objects = run.Registrations.Where(one => one.Type.Contains("gateway.", StringComparison.Ordinal)).ToList();

        Assert.Equal(5, objects.Count);
        Assert.Equal([], objects.SelectMany(one => CustomResourceDefinitions.Problems(one.Inputs)));
    }

    [Theory]
    [InlineData("plain", "classifier:8501")]
    [InlineData("kserve", "classifier-predictor:80")]
    public async Task It_leads_to_what_the_backend_makes(string backend, string service)
    {
        var backends = (await ExposeSamples.ObjectAsync(ExposeSamples.On(ExposeSamples.ByGateway(), backend), HttpRoute, "route")).SelectToken("spec.rules[0].backendRefs")!;

        Assert.Equal([service], backends.Select(one => $"{one["name"]}:{one["port"]}"));
    }

    [Fact]
    public async Task The_gateways_pods_get_in()
    {
        var policy = await ExposeSamples.ObjectAsync(ExposeSamples.On(ExposeSamples.ByGateway()), "kubernetes:networking.k8s.io/v1:NetworkPolicy", "network-policy");

        JsonAssert.Same(
            """[ { "podSelector": {} }, { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "envoy-gateway-system" } } } ]""",
            policy.SelectToken("spec.ingress[0].from"));
    }

    // Inside the cluster whoever calls the model gets the model: what stands in front may call it the same way.
    [Fact]
    public async Task What_stands_in_front_gets_the_requests_from_outside_alone()
    {
        var args = ExposeSamples.On(ExposeSamples.ByGateway(front: ExposeSamples.Cache), mesh: new MeshArgs());
        var run = await ServingSamples.Run(args);

        JsonAssert.Same(
            """[ { "name": "classifier-cache", "port": 8080, "weight": 100 } ]""",
            run["kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "vision-route"].Inputs.SelectToken("spec.rules[0].backendRefs"));
        Assert.Equal(
            ["classifier.models.svc.cluster.local", "classifier.models.svc.cluster.local"],
            run["kubernetes:networking.istio.io/v1:VirtualService", "vision-virtual-service"].Inputs.SelectTokens("spec.http[*].route[*].destination.host").Select(host => (string?)host));
        JsonAssert.Same(
            """[ { "podSelector": {} } ]""",
            run["kubernetes:networking.k8s.io/v1:NetworkPolicy", "vision-network-policy"].Inputs.SelectToken("spec.ingress[0].from"));
    }

    // While an update goes on, answers of the old version are kept under its own key: the cache changes only after the last of its pods is gone.
    [Fact]
    public async Task The_cache_comes_after_the_model_and_its_route_after_the_cache()
    {
        var cache = new PredictionCacheArgs
        {
            Model = "classifier",
            Namespace = "models",
            ModelUrl = "http://classifier.models.svc:8501/v1/models/classifier",
            Version = "v1",
            TimeToLiveSeconds = 60,
            StoreHost = "store.invalid",
            StoreTls = false,
        };
        var run = await ServingSamples.Run(ExposeSamples.On(ExposeSamples.ByGateway(front: ExposeSamples.Cache), cache: cache));

        Assert.Equal(["vision-service"], run["kubernetes:core/v1:ConfigMap", "vision-cache-configuration"].DependsOn);
        Assert.Contains("vision-service", run["kubernetes:apps/v1:Deployment", "vision-cache-deployment"].DependsOn);
        Assert.Equal(["vision-cache"], run["kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "vision-route"].DependsOn);
    }
}
