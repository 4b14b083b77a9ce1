using Infra.Components.Traffic;
using Infra.Components.Traffic.Dns;
using Infra.Components.Traffic.LoadBalancing;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Traffic;

/// <summary>What brings requests to models, as the tests use it.</summary>
internal static class TrafficSamples
{
    public static ModelGatewayArgs Gateway(string service = "loadBalancer", int replicas = 2, List<GatewayHostArgs>? hosts = null) => new()
    {
        Gateway = "gateway-public",
        GatewayClass = "gpu-inference",
        Namespace = "envoy-gateway-system",
        RouteNamespaces = ["models"],
        Hosts = hosts ??
        [
            new GatewayHostArgs { Host = "models.example.com", Issuer = "letsencrypt" },
            new GatewayHostArgs { Host = "old.example.com", Secret = "old" },
            new GatewayHostArgs { Host = "plain.example.com" },
        ],
        Service = service,
        LoadBalancerClass = service == "loadBalancer" ? "service.k8s.aws/nlb" : null,
        InternetFacing = service == "loadBalancer",
        Replicas = replicas,
        LongestRequestSeconds = 300,
    };

    public static LoadBalancerControllerArgs Controller(bool wafv2 = false) => new()
    {
        ClusterName = "gpu",
        Region = "eu-central-1",
        AccountId = "123456789012",
        VpcId = "vpc-0a1",
        Tags = new Dictionary<string, string> { ["environment"] = "dev" },
        Wafv2 = wafv2,
    };

    public static LoadBalancerClassArgs Class(bool autoMode = false, bool internetFacing = false) => new()
    {
        IngressClass = "models-internal",
        Namespaces = ["models"],
        AutoMode = autoMode,
        InternetFacing = internetFacing,
        IdleTimeoutSeconds = 300,
    };

    public static ExternalDnsArgs Records() => new()
    {
        ClusterName = "gpu",
        Region = "eu-central-1",
        HostedZoneId = "Z0123456789",
        Domain = "example.com",
        Sources = ["ingress"],
    };

    public static Task<ComponentRun> Run(Action<ComponentResourceOptions> create) => ComponentHarness.RunAsync(
        () => create(new ComponentResourceOptions { Providers = { Samples.KubernetesProvider(), Samples.AwsProvider() } }), Samples.Options);
}
