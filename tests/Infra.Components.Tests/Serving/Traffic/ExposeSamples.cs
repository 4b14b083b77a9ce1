using Infra.Components.Predictions;
using Infra.Components.Serving;
using Infra.Components.Serving.Mesh;
using Infra.Components.Serving.Traffic;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Traffic;

/// <summary>The small model of the tests, with a way in.</summary>
internal static class ExposeSamples
{
    public const string Certificate = "arn:aws:acm:eu-central-1:123456789012:certificate/1234abcd";

    public static ExposeFrontArgs Cache { get; } = new() { Service = "classifier-cache", Port = 8080, HealthPath = "/-/healthy" };

    public static ExposeArgs ByGateway(
        string path = "/", string? rewrite = null, ExposeTlsArgs? tls = null, string? maxBody = null, RateLimitArgs? rateLimit = null, AuthenticationArgs? authentication = null,
        string? grpcHost = null, List<string>? allowed = null, int? idle = null, EndpointPickerArgs? picker = null, ExposeFrontArgs? front = null, string? failover = null) => new()
        {
            Via = "gateway",
            Failover = failover,
            Host = "models.example.com",
            Path = path,
            Rewrite = rewrite,
            Tls = tls,
            MaxBody = maxBody,
            RateLimit = rateLimit,
            Authentication = authentication,
            GrpcHost = grpcHost,
            AllowedCidrs = allowed ?? [],
            IdleTimeoutSeconds = idle,
            InferencePool = picker,
            Front = front,
            Gateway = new GatewayReferenceArgs { Name = "gateway-internal", Namespace = "envoy-gateway-system" },
            SourceNamespace = "envoy-gateway-system",
        };

    public static ExposeArgs ByAlb(
        string path = "/", string? rewrite = null, bool tls = true, AuthenticationArgs? authentication = null, string? grpcHost = null, List<string>? allowed = null, string? webAcl = null,
        ExposeFrontArgs? front = null, string? failover = null) => new()
        {
            Failover = failover,
            Via = "alb",
            Host = "models.example.com",
            Path = path,
            Rewrite = rewrite,
            Tls = tls ? new ExposeTlsArgs { CertificateArn = Certificate } : null,
            Authentication = authentication,
            GrpcHost = grpcHost,
            AllowedCidrs = allowed ?? [],
            Front = front,
            WebAclArn = webAcl is null ? null : (Pulumi.Input<string>)webAcl,
            IngressClass = "models-internal",
            SourceCidrs = ["10.0.0.0/19", "10.0.32.0/19"],
        };

    public static ExposeArgs ByIngress(ExposeTlsArgs? tls = null, Dictionary<string, string>? annotations = null) => new()
    {
        Via = "ingress",
        Host = "models.example.com",
        Path = "/v1",
        Tls = tls,
        IngressClass = "traefik",
        SourceNamespace = "traefik",
        Annotations = annotations ?? [],
    };

    public static InferenceServiceArgs On(ExposeArgs expose, string backend = "plain", int longest = 120, MeshArgs? mesh = null, List<TrafficShareArgs>? shares = null,
        PredictionCacheArgs? cache = null) => new()
        {
            Model = ServingSamples.Model,
            Namespace = "models",
            Runtime = "tensorflow-serving",
            Backend = backend,
            Source = ServingSamples.Archive,
            ModelSize = "200Mi",
            Pools = [Samples.CpuPool()],
            Resources = new ResourcesArgs { Cpu = "500m", Memory = "1Gi" },
            LongestRequestSeconds = longest,
            Expose = expose,
            Mesh = mesh,
            PredictionCache = cache,
            Shares = shares,
            SharedName = shares is null ? null : ServingSamples.Model,
        };

    /// <summary>A tenth of the requests for a candidate.</summary>
    public static List<TrafficShareArgs> Canary =>
    [
        new TrafficShareArgs { Service = "classifier", Port = 8501, GrpcPort = 8500, Weight = 90 },
        new TrafficShareArgs { Service = "classifier-candidate", Port = 8501, GrpcPort = 8500, Weight = 10 },
    ];

    public static async Task<JObject> ObjectAsync(InferenceServiceArgs args, string type, string role) => (await ServingSamples.Run(args))[type, $"vision-{role}"].Inputs;
}
