namespace Infra.Stacks.Tests.Settings;

/// <summary>Ways in: what can't be here, and what models that share a host or a load balancer have to agree on.</summary>
public sealed class ExposeRuleTests
{
    private const string Tls = """{"certificateArn": "arn:aws:acm:us-west-2:123456789012:certificate/1234abcd"}""";

    [Fact]
    public void Each_way_in_is_possible_in_a_new_cluster()
    {
        foreach (var via in new[] { "gateway", "alb" })
        {
            Assert.Equal("", SampleConfig.NewEks().With("models[0].expose", $$"""{"via": "{{via}}", "host": "models.example.com"}""").Problems());
        }
    }

    [Fact]
    public void What_somebody_cannot_do_is_refused_with_who_can() => Assert.Equal(
        "gpu-inference:models[0].expose.rateLimit: alb can't have a rate limit of its own (AWS WAF can, see traffic.alb.webAclArn); these can: gateway; change via or rateLimit",
        SampleConfig.NewEks().With("models[0].expose", """{"via": "alb", "host": "models.example.com", "rateLimit": {"requests": 5}}""").Problems());

    [Fact]
    public void Auto_Mode_s_load_balancers_are_not_those_of_the_controller() => Assert.Equal(
        "gpu-inference:models[0].expose.rewrite: alb on EKS Auto Mode can't have a path that is rewritten; these can: gateway, alb; change via or rewrite",
        SampleConfig.NewEks().With("nodeAutoscaling", """{"kind": "autoMode"}""").With("models[0].expose", """{"via": "alb", "host": "models.example.com", "path": "/a", "rewrite": "/"}""").Problems());

    [Fact]
    public void A_cluster_outside_AWS_has_no_load_balancers_of_it() => Assert.Equal(
        "gpu-inference:models[0].expose.via: an Application Load Balancer is in AWS, and this cluster isn't; use gateway or ingress",
        SampleConfig.Local().With("models[0].expose", """{"via": "alb", "host": "models.example.com"}""").Problems());

    [Fact]
    public void A_gateway_outside_AWS_has_one_scheme() => Assert.Equal(
        "gpu-inference:models[0].expose.scheme: is of load balancers of AWS, and the gateway has none here; remove it",
        SampleConfig.Local().With("models[0].expose", """{"via": "gateway", "scheme": "internetFacing", "host": "models.example.com"}""").Problems());

    [Fact]
    public void Only_a_network_of_the_stack_s_own_says_where_load_balancers_are() => Assert.Equal(
        "gpu-inference:traffic.alb.sourceCidrs: missing; nothing here says which addresses the subnets of load balancers have, and the models' network policies would keep them out",
        SampleConfig.Eks().With("models[0].expose", """{"via": "alb", "host": "models.example.com"}""").Problems());

    [Fact]
    public void A_class_of_Ingress_has_to_be_named() => Assert.Equal(
        "gpu-inference:models[0].expose.via: asks for a class of Ingress, and none is named; set traffic.ingress, or use gateway or alb",
        SampleConfig.Local().With("models[0].expose", """{"via": "ingress", "host": "models.example.com"}""").Problems());

    [Fact]
    public void The_internet_needs_public_subnets() => Assert.Equal(
        "gpu-inference:network.publicLoadBalancers: 0 is less than the 1 load balancer that models with the scheme internetFacing need; set 1, so that subnets with addresses are kept for them",
        SampleConfig.NewEks().With("models[0].expose", """{"via": "gateway", "scheme": "internetFacing", "host": "models.example.com"}""").Problems());

    [Fact]
    public void A_path_has_to_lead_to_the_interface() => Assert.Equal(
        "gpu-inference:models[0].expose.path: the model answers on /v1/models/reader, and sees requests on /a; add rewrite: /, or use a path that it begins with",
        SampleConfig.NewEks().With("models[0].expose", """{"via": "gateway", "host": "models.example.com", "path": "/a"}""").Problems());

    [Fact]
    public void A_pod_behind_a_load_balancer_has_less_time_for_a_request() => Assert.Equal(
        "gpu-inference:models[0].objectives.longestRequestSeconds: 575 seconds are more than the 560 that a pod has for a request behind an Application Load Balancer: it ends after 600 at the latest, and the first 30 go by until nobody calls it any more; set 560 or less",
        SampleConfig.NewEks().With("models[0].expose", """{"via": "alb", "host": "models.example.com"}""").With("models[0].objectives", """{"longestRequestSeconds": 575}""").Problems());

    [Fact]
    public void A_hosted_zone_is_in_AWS() => Assert.Equal(
        "gpu-inference:traffic.hostedZone: is in AWS, and nothing runs there; remove it",
        SampleConfig.Local().With("traffic", """{"hostedZone": {"id": "Z0123", "domain": "example.com"}}""").Problems());

    [Fact]
    public void Two_models_on_a_host_need_two_paths() => Assert.Equal(
        "gpu-inference:models[1].expose.path: models.example.com/ leads to the model reader already; give each model a path or a host of its own",
        Two("""{"via": "gateway", "host": "models.example.com"}""", """{"via": "gateway", "host": "models.example.com"}"""));

    [Fact]
    public void A_host_is_for_gRPC_of_one_model() => Assert.Equal(
        """
        gpu-inference:models[1].expose.grpcHost: 'grpc.example.com' leads to the model reader already; gRPC has no paths to tell models apart, so give each a host of its own
        """,
        Two("""{"via": "gateway", "host": "a.example.com", "grpcHost": "grpc.example.com"}""", """{"via": "gateway", "host": "b.example.com", "grpcHost": "grpc.example.com"}"""));

    [Fact]
    public void A_host_is_for_REST_or_for_gRPC() => Assert.Equal(
        "gpu-inference:models[1].expose.host: 'grpc.example.com' is the grpcHost of the model reader, and a host is for REST or for gRPC; name another",
        Two("""{"via": "gateway", "host": "a.example.com", "grpcHost": "grpc.example.com"}""", """{"via": "gateway", "host": "grpc.example.com"}"""));

    [Fact]
    public void Models_of_one_load_balancer_are_all_encrypted_or_none() => Assert.Equal(
        "gpu-inference:models[1].expose.tls: the model reader shares the load balancer, which sends plain requests of all its models on to HTTPS or of none; set tls for all of them or for none",
        Two($$"""{"via": "alb", "host": "a.example.com", "tls": {{Tls}}}""", """{"via": "alb", "host": "b.example.com"}"""));

    [Fact]
    public void A_host_of_the_gateway_has_one_certificate() => Assert.Equal(
        "gpu-inference:models[1].expose.tls: the model reader has the host 'a.example.com' too, with another certificate; a host has one",
        Two("""{"via": "gateway", "host": "a.example.com", "path": "/v1/models/reader", "tls": {"issuer": "one"}}""", """{"via": "gateway", "host": "a.example.com", "path": "/v1/models/writer", "tls": {"issuer": "two"}}"""));

    private static string Two(string first, string second) => SampleConfig.NewEks()
        .With("models[0].expose", first)
        .With("models[1]", $$"""{"name": "writer", "runtime": "tensorflow-serving", "source": "s3://models/writer", "pools": ["t4"], "expose": {{second}}}""")
        .Problems();
}
