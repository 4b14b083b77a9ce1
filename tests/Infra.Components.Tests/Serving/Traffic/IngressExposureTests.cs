using Infra.Components.Serving.Traffic;
using Infra.TestKit.Kubernetes;

namespace Infra.Components.Tests.Serving.Traffic;

public sealed class IngressExposureTests
{
    private const string Ingress = "kubernetes:networking.k8s.io/v1:Ingress";
    private const string Forward = """{ "rules": [ { "host": "models.example.com", "http": { "paths": [ { "path": "/", "pathType": "Prefix", "backend": { "service": { "name": "classifier", "port": { "number": 8501 } } } } ] } } ], "ingressClassName": "models-internal" }""";

    [Fact]
    public async Task A_load_balancer_calls_pods_and_lets_them_finish()
    {
        var ingress = await ExposeSamples.ObjectAsync(ExposeSamples.On(ExposeSamples.ByAlb()), Ingress, "ingress");

        JsonAssert.Same(Forward, ingress["spec"]);
        JsonAssert.Same(
            """
            {
              "alb.ingress.kubernetes.io/target-type": "ip",
              "alb.ingress.kubernetes.io/group.order": "999",
              "alb.ingress.kubernetes.io/listen-ports": "[{\"HTTP\":80},{\"HTTPS\":443}]",
              "alb.ingress.kubernetes.io/ssl-redirect": "443",
              "alb.ingress.kubernetes.io/certificate-arn": "arn:aws:acm:eu-central-1:123456789012:certificate/1234abcd",
              "alb.ingress.kubernetes.io/target-group-attributes": "deregistration_delay.timeout_seconds=120,load_balancing.algorithm.type=least_outstanding_requests",
              "alb.ingress.kubernetes.io/healthcheck-path": "/v1/models/classifier",
              "alb.ingress.kubernetes.io/healthcheck-interval-seconds": "10",
              "pulumi.com/deletionPropagationPolicy": "foreground"
            }
            """,
            ingress.SelectToken("metadata.annotations"));
    }

    // Two clusters answer for one host: without an identifier each would take the other's record for the name's only one.
    [Theory]
    [InlineData("primary", "PRIMARY")]
    [InlineData("secondary", "SECONDARY")]
    public async Task A_host_of_two_clusters_has_a_record_of_each(string role, string value)
    {
        var annotations = (await ExposeSamples.ObjectAsync(ExposeSamples.On(ExposeSamples.ByAlb(failover: role)), Ingress, "ingress")).SelectToken("metadata.annotations")!;

        Assert.Equal((role, value), ((string?)annotations["external-dns.alpha.kubernetes.io/set-identifier"], (string?)annotations["external-dns.alpha.kubernetes.io/aws-failover"]));
    }

    [Fact]
    public async Task A_load_balancer_rewrites_filters_and_checks_by_annotations()
    {
        var expose = ExposeSamples.ByAlb(
            "/a", "/", allowed: ["10.0.0.0/8"], webAcl: "arn:aws:wafv2:x",
            authentication: new AuthenticationArgs { Jwt = new JwtArgs { Issuer = "https://login.example.com/", JwksUri = "https://login.example.com/keys", Audiences = ["models"] } });
        var annotations = (await ExposeSamples.ObjectAsync(ExposeSamples.On(expose), Ingress, "ingress")).SelectToken("metadata.annotations")!;

        Assert.Equal("""[{"type":"url-rewrite","urlRewriteConfig":{"rewrites":[{"regex":"^/a/?(.*)$","replace":"/$1"}]}}]""", annotations["alb.ingress.kubernetes.io/transforms.classifier"]);
        Assert.Equal("""[{"field":"source-ip","sourceIpConfig":{"values":["10.0.0.0/8"]}}]""", annotations["alb.ingress.kubernetes.io/conditions.classifier"]);
        Assert.Equal(
            """{"jwksEndpoint":"https://login.example.com/keys","issuer":"https://login.example.com/","additionalClaims":[{"name":"aud","format":"single-string","values":["models"]}]}""",
            annotations["alb.ingress.kubernetes.io/jwt-validation"]);
        Assert.Equal("arn:aws:wafv2:x", annotations["alb.ingress.kubernetes.io/wafv2-acl-arn"]);
    }

    // The controller takes the action of the Service's name where the port is called so.
    [Theory]
    [InlineData("alb", "ingress", 8501)]
    [InlineData("alb", "grpc-ingress", 8500)]
    [InlineData("autoModeAlb", "ingress", 8501)]
    public async Task A_load_balancer_shares_requests_by_weights(string via, string role, int port)
    {
        var like = ExposeSamples.ByAlb(grpcHost: "grpc.example.com", allowed: ["10.0.0.0/8"]);
        var expose = new ExposeArgs
        {
            Via = via,
            Host = like.Host,
            GrpcHost = like.GrpcHost,
            Tls = like.Tls,
            AllowedCidrs = like.AllowedCidrs,
            IngressClass = like.IngressClass,
            SourceCidrs = like.SourceCidrs,
        };
        var ingress = await ExposeSamples.ObjectAsync(ExposeSamples.On(expose, shares: ExposeSamples.Canary), Ingress, role);

        JsonAssert.Same("""{ "service": { "name": "classifier", "port": { "name": "use-annotation" } } }""", ingress.SelectToken("spec.rules[0].http.paths[0].backend"));
        Assert.Equal(
            $$$"""{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"classifier","servicePort":{{{port}}},"weight":90},{"serviceName":"classifier-candidate","servicePort":{{{port}}},"weight":10}]}}""",
            ingress.SelectToken("metadata.annotations['alb.ingress.kubernetes.io/actions.classifier']"));
        Assert.NotNull(ingress.SelectToken("metadata.annotations['alb.ingress.kubernetes.io/conditions.classifier']"));
    }

    [Fact]
    public async Task GRPC_is_a_target_group_of_its_own()
    {
        var ingress = await ExposeSamples.ObjectAsync(ExposeSamples.On(ExposeSamples.ByAlb(grpcHost: "grpc.example.com")), Ingress, "grpc-ingress");
        var annotations = ingress.SelectToken("metadata.annotations")!;

        Assert.Equal(("classifier-grpc", "grpc.example.com", 8500), (
            (string?)ingress.SelectToken("metadata.name"), (string?)ingress.SelectToken("spec.rules[0].host"), (int)ingress.SelectToken("spec.rules[0].http.paths[0].backend.service.port.number")!));
        Assert.Equal("GRPC", annotations["alb.ingress.kubernetes.io/backend-protocol-version"]);
        Assert.Null(annotations["alb.ingress.kubernetes.io/healthcheck-path"]);
    }

    // Of all rules of a load balancer the first that matches is taken: another model's path below this one's has to come before.
    [Theory]
    [InlineData("/v1/models", 990)]
    [InlineData("/v1", 997)]
    [InlineData("/", 999)]
    public async Task The_longer_path_is_looked_at_first(string path, int order) => Assert.Equal(
        $"{order}",
        (string?)(await ExposeSamples.ObjectAsync(ExposeSamples.On(ExposeSamples.ByAlb(path)), Ingress, "ingress")).SelectToken("metadata.annotations['alb.ingress.kubernetes.io/group.order']"));

    [Fact]
    public async Task What_stands_in_front_is_called_and_asked_whether_it_serves()
    {
        var run = await ServingSamples.Run(ExposeSamples.On(ExposeSamples.ByAlb("/a", "/", grpcHost: "grpc.example.com", front: ExposeSamples.Cache)));
        var (rest, grpc) = (run[Ingress, "vision-ingress"].Inputs, run[Ingress, "vision-grpc-ingress"].Inputs);

        JsonAssert.Same("""{ "name": "classifier-cache", "port": { "number": 8080 } }""", rest.SelectToken("spec.rules[0].http.paths[0].backend.service"));
        Assert.Equal("/-/healthy", rest.SelectToken("metadata.annotations['alb.ingress.kubernetes.io/healthcheck-path']"));
        Assert.NotNull(rest.SelectToken("metadata.annotations['alb.ingress.kubernetes.io/transforms.classifier-cache']"));
        JsonAssert.Same("""{ "name": "classifier", "port": { "number": 8500 } }""", grpc.SelectToken("spec.rules[0].http.paths[0].backend.service"));
    }

    [Theory]
    [InlineData(null, """[ { "podSelector": {} } ]""")]
    [InlineData("grpc.example.com", """[ { "podSelector": {} }, { "ipBlock": { "cidr": "10.0.0.0/19" } }, { "ipBlock": { "cidr": "10.0.32.0/19" } } ]""")]
    public async Task A_load_balancer_gets_past_what_stands_in_front_for_gRPC_only(string? grpcHost, string from)
    {
        var expose = ExposeSamples.ByAlb(grpcHost: grpcHost, front: ExposeSamples.Cache);
        var policy = await ExposeSamples.ObjectAsync(ExposeSamples.On(expose), "kubernetes:networking.k8s.io/v1:NetworkPolicy", "network-policy");

        JsonAssert.Same(from, policy.SelectToken("spec.ingress[0].from"));
    }

    [Fact]
    public async Task A_sign_in_lets_the_controller_read_the_one_Secret()
    {
        var run = await ServingSamples.Run(ExposeSamples.On(ExposeSamples.ByAlb(authentication: new AuthenticationArgs
        {
            Oidc = new OidcArgs
            {
                Issuer = "https://login.example.com/",
                ClientId = "models",
                Secret = "models-client",
                AuthorizationEndpoint = "https://login.example.com/authorize",
                TokenEndpoint = "https://login.example.com/token",
                UserInfoEndpoint = "https://login.example.com/userinfo",
            },
        })));

        Assert.Equal(
            """{"issuer":"https://login.example.com/","authorizationEndpoint":"https://login.example.com/authorize","tokenEndpoint":"https://login.example.com/token","userInfoEndpoint":"https://login.example.com/userinfo","secretName":"models-client"}""",
            run[Ingress, "vision-ingress"].Inputs.SelectToken("metadata.annotations['alb.ingress.kubernetes.io/auth-idp-oidc']"));
        JsonAssert.Same(
            """[{ "apiGroups": [""], "resources": ["secrets"], "resourceNames": ["models-client"], "verbs": ["get", "list", "watch"] }]""",
            run["kubernetes:rbac.authorization.k8s.io/v1:Role", "vision-secret-reader"].Inputs["rules"]);
        JsonAssert.Same(
            """[{ "kind": "ServiceAccount", "name": "aws-load-balancer-controller", "namespace": "kube-system" }]""",
            run["kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "vision-secret-reading"].Inputs["subjects"]);
    }

    [Fact]
    public async Task The_subnets_of_a_load_balancer_get_in()
    {
        var policy = await ExposeSamples.ObjectAsync(ExposeSamples.On(ExposeSamples.ByAlb()), "kubernetes:networking.k8s.io/v1:NetworkPolicy", "network-policy");

        JsonAssert.Same(
            """[ { "podSelector": {} }, { "ipBlock": { "cidr": "10.0.0.0/19" } }, { "ipBlock": { "cidr": "10.0.32.0/19" } } ]""",
            policy.SelectToken("spec.ingress[0].from"));
    }

    [Fact]
    public async Task A_class_of_the_clusters_own_gets_the_users_annotations_and_a_certificate()
    {
        var expose = ExposeSamples.ByIngress(new ExposeTlsArgs { Issuer = "letsencrypt" }, new Dictionary<string, string> { ["traefik.ingress.kubernetes.io/router.priority"] = "7" });
        var ingress = await ExposeSamples.ObjectAsync(ExposeSamples.On(expose), Ingress, "ingress");

        JsonAssert.Same(
            """
            {
              "traefik.ingress.kubernetes.io/router.priority": "7",
              "cert-manager.io/cluster-issuer": "letsencrypt",
              "pulumi.com/deletionPropagationPolicy": "foreground"
            }
            """,
            ingress.SelectToken("metadata.annotations"));
        Assert.Equal("traefik", ingress.SelectToken("spec.ingressClassName"));
        JsonAssert.Same("""[{ "hosts": ["models.example.com"], "secretName": "classifier-tls" }]""", ingress.SelectToken("spec.tls"));
    }

    [Theory]
    [InlineData("alb", "https://models.example.com/a/v1/models/classifier")]
    [InlineData("ingress", "http://models.example.com/v1/models/classifier")]
    public async Task The_address_outside_is_an_output(string via, string url)
    {
        string? found = null;
        var args = ExposeSamples.On(via == "alb" ? ExposeSamples.ByAlb("/a", "/") : ExposeSamples.ByIngress());
        await ServingSamples.Run(args, service => service.PublicUrl.Apply(value => found = value));

        Assert.Equal(url, found);
    }
}
