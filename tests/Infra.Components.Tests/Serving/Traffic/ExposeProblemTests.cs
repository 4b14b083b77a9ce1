using Infra.Components.Serving.Traffic;
using Pulumi;

namespace Infra.Components.Tests.Serving.Traffic;

public sealed class ExposeProblemTests
{
    [Fact]
    public async Task Arguments_are_checked_one_by_one() => Assert.Equal(
        """
        7 problems in gpu-inference:index:InferenceService:
          vision.expose.path: 'a/' is no path; allowed: a path such as / or /image-classifier: segments of letters, digits, '-', '_', '.' and '~', without a slash at its end
          vision.expose.maxBody: 'much' is no size; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei
          vision.expose.gateway: missing; name the gateway that the routes belong to
          vision.expose.sourceNamespace: missing; name the namespace of the pods that requests come from, or the model's network policy keeps them out
          vision.expose.rateLimit.requestsPerPod: 0 is less than 1
          vision.expose.rateLimit.per: 'day' is not allowed; allowed: second, minute, hour
          vision.expose.failover: 'third' is not allowed; allowed: primary, secondary
        """,
        await ProblemsAsync(new ExposeArgs { Via = "gateway", Host = "m.example.com", Path = "a/", MaxBody = "much", Failover = "third", RateLimit = new RateLimitArgs { RequestsPerPod = 0, Per = "day" } }));

    [Fact]
    public async Task A_way_is_one_of_four() => Assert.Equal(
        """
        1 problem in gpu-inference:index:InferenceService:
          vision.expose.via: 'nginx' is no way to expose a model; there are: gateway, alb, autoModeAlb, ingress
        """,
        await ProblemsAsync(new ExposeArgs { Via = "nginx", Host = "m.example.com" }));

    [Fact]
    public async Task A_load_balancer_needs_a_class_and_known_networks() => Assert.Equal(
        """
        2 problems in gpu-inference:index:InferenceService:
          vision.expose.ingressClass: missing; an Ingress needs a class, or nobody looks after it
          vision.expose.sourceCidrs: missing; name the networks of the load balancer's subnets, or the model's network policy keeps it out
        """,
        await ProblemsAsync(new ExposeArgs { Via = "alb", Host = "m.example.com" }));

    [Fact]
    public async Task A_path_has_to_lead_to_the_interface() => Assert.Equal(
        """
        1 problem in gpu-inference:index:InferenceService:
          vision.expose.path: the model answers on /v1/models/classifier, and sees requests on /a; add rewrite: /, or use a path that it begins with
        """,
        await ProblemsAsync(ExposeSamples.ByGateway("/a")));

    [Fact]
    public async Task What_stands_in_front_of_two_versions_would_hide_one()
    {
        var args = ExposeSamples.On(ExposeSamples.ByGateway(front: ExposeSamples.Cache), shares: ExposeSamples.Canary);

        Assert.Equal(
            """
            1 problem in gpu-inference:index:InferenceService:
              vision.expose.front: gets every request, so that the shares of stable model and candidate would mean nothing; remove one of the two
            """,
            (await Assert.ThrowsAsync<ResourceException>(() => ServingSamples.Run(args))).Message);
    }

    [Fact]
    public async Task An_Ingress_shares_nothing_by_weights()
    {
        var args = ExposeSamples.On(ExposeSamples.ByIngress(), shares: ExposeSamples.Canary);

        Assert.Equal(
            """
            1 problem in gpu-inference:index:InferenceService:
              vision.expose.via: ingress can't have requests that a rollout shares between two versions; these can: gateway, alb, alb on EKS Auto Mode; change via
            """,
            (await Assert.ThrowsAsync<ResourceException>(() => ServingSamples.Run(args))).Message);
    }

    [Fact]
    public async Task A_server_without_gRPC_has_no_host_for_it()
    {
        var args = RuntimeSamples.Vllm(expose: ExposeSamples.ByGateway(grpcHost: "grpc.example.com"));

        Assert.Equal(
            """
            1 problem in gpu-inference:index:InferenceService:
              vision.expose.grpcHost: the runtime vllm has no gRPC interface; remove it
            """,
            (await Assert.ThrowsAsync<ResourceException>(() => ServingSamples.Run(args))).Message);
    }

    private static async Task<string> ProblemsAsync(ExposeArgs expose) =>
        (await Assert.ThrowsAsync<ResourceException>(() => ServingSamples.Run(ExposeSamples.On(expose)))).Message;
}
