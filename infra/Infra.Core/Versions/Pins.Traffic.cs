namespace Infra.Core.Versions;

/// <content>What brings requests to models.</content>
public static partial class Pins
{
    /// <summary>OpenResty (nginx with Lua and a client for Redis) on Alpine, which has the certificates of public authorities.</summary>
    public static readonly ImagePin OpenResty = new(
        "docker.io/openresty/openresty", "1.31.1.1-3-alpine", "tags of Docker Hub as public repositories pin them in autumn 2026; github.com/openresty/docker-openresty for their form", "2026-11");

    /// <summary>Valkey, the successor of Redis under a free licence.</summary>
    public static readonly ImagePin Valkey = new(
        "docker.io/valkey/valkey", "8.1.9-alpine", "github.com/valkey-io/valkey, release 8.1.9, as public manifests have it in September 2026", "2026-11");

    /// <summary>cert-manager, which KServe's chart takes the certificate of its webhooks from.</summary>
    public static readonly ChartPin CertManager = new(
        "cert-manager",
        "https://charts.jetstack.io",
        "v1.21.1",
        "github.com/cert-manager/cert-manager, tag v1.21.1, deploy/charts/cert-manager",
        "2026-07-29");

    /// <summary>Envoy Gateway, with the definitions of the Gateway API v1.6.1 and of its own.</summary>
    public static readonly ChartPin EnvoyGateway = new(
        "gateway-helm",
        "oci://docker.io/envoyproxy/gateway-helm",
        "v1.9.0",
        "github.com/envoyproxy/gateway, tag v1.9.0, charts/gateway-helm; its end: gateway.envoyproxy.io/news/releases/matrix, as copied in a public table in 2026-09",
        "2026-08-15")
    {
        EndOfSupport = "2027-02-14",
        NewestKubernetes = "1.36",
    };

    /// <summary>
    /// Envoy AI Gateway, which makes Envoy Gateway understand InferencePools. It asks for Envoy Gateway 1.8.1 or later (site/docs/compatibility.md and site/docs/_vars.json there).
    /// </summary>
    public static readonly ChartPin AiGateway = new(
        "ai-gateway-helm",
        "oci://docker.io/envoyproxy/ai-gateway-helm",
        "v1.1.0",
        "github.com/envoyproxy/ai-gateway, tag v1.1.0, manifests/charts/ai-gateway-helm",
        "2026-08-21");

    /// <summary>Definitions of <see cref="AiGateway"/>.</summary>
    public static readonly ChartPin AiGatewayCrds = new(
        "ai-gateway-crds-helm",
        "oci://docker.io/envoyproxy/ai-gateway-crds-helm",
        AiGateway.Version,
        "github.com/envoyproxy/ai-gateway, tag v1.1.0, manifests/charts/ai-gateway-crds-helm",
        AiGateway.AsOf);

    /// <summary>The endpoint picker of llm-d, which the inference extension's own has moved to.</summary>
    public static readonly ImagePin EndpointPicker = new(
        "ghcr.io/llm-d/llm-d-router-endpoint-picker", "v0.10.0", "github.com/llm-d/llm-d-router, tag v0.10.0, config/charts/routerlib/values.yaml", "2026-08-17");

    /// <summary>AWS Load Balancer Controller.</summary>
    public static readonly ChartPin LoadBalancerController = new(
        "aws-load-balancer-controller",
        "https://aws.github.io/eks-charts",
        "3.5.0",
        "github.com/aws/eks-charts, stable/aws-load-balancer-controller at 5239609",
        "2026-08-03");

    /// <summary>ExternalDNS (v0.21.0): records of hosts in Route 53.</summary>
    public static readonly ChartPin ExternalDns = new(
        "external-dns",
        "https://kubernetes-sigs.github.io/external-dns/",
        "1.21.1",
        "github.com/kubernetes-sigs/external-dns, tag external-dns-helm-chart-1.21.1, charts/external-dns",
        "2026-04-30");
}
