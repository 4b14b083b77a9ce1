using Infra.Components.Helm;
using Infra.Components.Monitoring;
using Infra.Components.Shared;
using Infra.Components.Traffic.GatewayApi;
using Infra.Components.Traffic.InferenceExtension;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Traffic;

/// <summary>Envoy Gateway: makes proxies of gateways and routes. A cluster has one.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace       namespace that holds its pods, and the proxies, to the security level restricted
/// NAME-inference-pools optional: the definition of InferencePools, which it must find when it starts
/// NAME-release         Helm release: the controller, and the definitions of the Gateway API and of its own
/// NAME-class           GatewayClass
/// NAME-monitor         optional: PodMonitor of the controller
/// NAME-proxy-monitor   optional: PodMonitor of the proxies of all gateways
/// </code>
/// Helm installs the definitions with the first release, and neither changes nor removes them later: a new pin of the chart takes a
/// <c>kubectl apply --server-side</c> of its folder <c>crds</c> before. Gateways and routes have to wait for the component. With load balancers of AWS
/// it has to wait for who makes them: the namespace goes when that has taken the last one away.
/// </remarks>
public sealed class EnvoyGatewayController : ComponentResource
{
    /// <summary>Its namespace, which the chart's own guide has too.</summary>
    public const string Namespace = "envoy-gateway-system";

    /// <summary>Name of the namespace, for what comes into it.</summary>
    [Output("namespaceName")]
    public Output<string> NamespaceName { get; }

    /// <summary>Name of the GatewayClass.</summary>
    [Output("gatewayClass")]
    public Output<string> GatewayClass { get; }

    /// <summary>Declares it.</summary>
    public EnvoyGatewayController(string name, EnvoyGatewayControllerArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.EnvoyGatewayController, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var own = RestrictedNamespace.Create($"{name}-namespace", Namespace, Children.Root(this, options));
        NamespaceName = own.Metadata.Apply(metadata => metadata.Name);
        Resource[] definitions = args.InferencePools
            ? [new InferencePoolDefinition($"{name}-inference-pools", InferencePoolDefinitionArgs.Create(), Children.Root(this, options))]
            : [];
        var release = new Release(
            $"{name}-release", HelmReleases.Of(Pins.EnvoyGateway, NamespaceName, EnvoyGatewayValues.ToValues(args.InferencePools)), Children.Root(this, options, definitions));
        var gatewayClass = new GatewayClass($"{name}-class", new GatewayClassArgs
        {
            Metadata = new ObjectMetaArgs { Name = ClassName, Labels = ManagedBy.Owned },
            Spec = new GatewayClassSpecArgs { ControllerName = EnvoyGatewayValues.ControllerName },
        }, Children.Of(this, release));
        GatewayClass = gatewayClass.Metadata.Apply(metadata => metadata.Name);
        if (args.Scraping is { } scraping)
        {
            _ = new PodMonitor($"{name}-monitor", PodMonitorArgs.Of("envoy-gateway", NamespaceName, _controllerPods, MetricsPort, "/metrics", scraping), Children.Of(this));
            _ = new PodMonitor($"{name}-proxy-monitor", PodMonitorArgs.Of("envoy-proxy", NamespaceName, _proxyPods, MetricsPort, "/stats/prometheus", scraping), Children.Of(this));
        }

        RegisterOutputs();
    }

    // Of controller and proxies alike (gateway.envoyproxy.io, v1.9, "Gateway Observability" and "Proxy Metrics"; envoyproxy/gateway, charts/gateway-helm,
    // templates/envoy-gateway-deployment.yaml, and internal/infrastructure/kubernetes/proxy/resource.go, envoyLabels).
    private const int MetricsPort = 19001;

    private static readonly Dictionary<string, string> _controllerPods = new() { ["control-plane"] = "envoy-gateway" };

    private static readonly Dictionary<string, string> _proxyPods = new()
    {
        ["app.kubernetes.io/component"] = "proxy",
        ["app.kubernetes.io/managed-by"] = "envoy-gateway",
        ["app.kubernetes.io/name"] = "envoy",
    };

    private const string ClassName = "gpu-inference";
}
