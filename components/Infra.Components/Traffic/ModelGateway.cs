using Infra.Components.Certificates;
using Infra.Components.Shared;
using Infra.Components.Traffic.EnvoyGateway;
using Infra.Components.Traffic.GatewayApi;
using Infra.Core;
using Infra.Core.Configuration;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Traffic;

/// <summary>A gateway for models: the hosts and certificates, and the proxies of Envoy Gateway behind them. Routes belong to the models.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-proxy             EnvoyProxy: pods and Service
/// NAME-certificate-HOST  optional: Certificate of cert-manager
/// NAME-gateway           Gateway with a listener per host
/// NAME-redirect          optional: HTTPRoute from HTTP to HTTPS
/// </code>
/// Models have to wait for the component. In a teardown the gateway goes after the last route and before the controller, which takes Deployment and
/// Service away; what is left of them goes with the namespace, which waits until the load balancer is gone.
/// </remarks>
public sealed class ModelGateway : ComponentResource
{
    /// <summary>Label by which Envoy Gateway marks pods of a gateway (v1.9.0, internal/gatewayapi/translator.go).</summary>
    private const string OwnedBy = "gateway.envoyproxy.io/owning-gateway-name";

    private const string Redirecting = "http";

    /// <summary>Declares the gateway.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public ModelGateway(string name, ModelGatewayArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ModelGateway, name, args, options)
    {
        Check(name, args);
        var proxy = new EnvoyProxy($"{name}-proxy", new EnvoyProxyArgs { Metadata = Metadata(args, args.Gateway), Spec = GatewayProxies.For(args, OwnedBy) }, Children.Root(this, options));
        var before = new List<Resource> { proxy };
        foreach (var host in args.Hosts.Where(host => host.Issuer is not null))
        {
            before.Add(new Certificate($"{name}-certificate-{host.Host}", new CertificateArgs
            {
                Metadata = Metadata(args, SecretOf(host)),
                Spec = new CertificateSpecArgs
                {
                    SecretName = SecretOf(host),
                    DnsNames = { host.Host },
                    IssuerRef = new IssuerReferenceArgs { Name = host.Issuer!, Kind = "ClusterIssuer", Group = "cert-manager.io" },
                },
            }, Children.Root(this, options)));
        }

        var metadata = Metadata(args, args.Gateway);
        // Nobody gets in before: Envoy runs and has an address.
        metadata.Annotations = new InputMap<string> { ["pulumi.com/waitFor"] = "condition=Programmed", ["pulumi.com/deletionPropagationPolicy"] = "foreground" };
        var gateway = new Gateway($"{name}-gateway", new GatewayArgs { Metadata = metadata, Spec = Specification(args) }, Children.Root(this, options, [.. before]));
        if (args.Hosts.Any(IsEncrypted))
        {
            _ = new HttpRoute($"{name}-redirect", new HttpRouteArgs { Metadata = Metadata(args, $"{args.Gateway}-redirect"), Spec = Redirect(args) }, Children.Of(this, gateway));
        }

        RegisterOutputs();
    }

    /// <summary>Name of the listener of a host, to which routes refer.</summary>
    /// <param name="host">The host.</param>
    /// <param name="encrypted">Whether it has a certificate.</param>
    public static string ListenerName(string host, bool encrypted) => $"{(encrypted ? "https" : "http")}.{host}";

    private static bool IsEncrypted(GatewayHostArgs host) => host is { Issuer: not null } or { Secret: not null };

    private static string SecretOf(GatewayHostArgs host) => host.Secret ?? $"{host.Host}-tls";

    private static GatewaySpecArgs Specification(ModelGatewayArgs args)
    {
        var listeners = args.Hosts.Select(host => Listener(args, host)).ToList();
        if (args.Hosts.Any(IsEncrypted))
        {
            // Without a host: a host's own listener for HTTP, where there is one, is nearer.
            listeners.Add(new GatewayListenerArgs
            {
                Name = Redirecting,
                Port = 80,
                Protocol = "HTTP",
                AllowedRoutes = new AllowedRoutesArgs { Namespaces = new RouteNamespacesArgs { From = "Same" } },
            });
        }

        return new GatewaySpecArgs
        {
            GatewayClassName = args.GatewayClass,
            Infrastructure = new GatewayInfrastructureArgs
            {
                ParametersRef = new ObjectReferenceArgs { Group = "gateway.envoyproxy.io", Kind = "EnvoyProxy", Name = args.Gateway },
            },
            Listeners = listeners.Select(listener => (Input<GatewayListenerArgs>)listener).ToArray(),
        };
    }

    private static GatewayListenerArgs Listener(ModelGatewayArgs args, GatewayHostArgs host) => new()
    {
        Name = ListenerName(host.Host, IsEncrypted(host)),
        Hostname = host.Host,
        Port = IsEncrypted(host) ? 443 : 80,
        Protocol = IsEncrypted(host) ? "HTTPS" : "HTTP",
        Tls = IsEncrypted(host)
            ? (Input<GatewayTlsArgs>)new GatewayTlsArgs { Mode = "Terminate", CertificateRefs = { new SecretReferenceArgs { Name = SecretOf(host) } } }
            : null,
        AllowedRoutes = new AllowedRoutesArgs
        {
            Namespaces = new RouteNamespacesArgs
            {
                From = "Selector",
                Selector = NamespaceSelectors.OneOf(args.RouteNamespaces),
            },
        },
    };

    private static HttpRouteSpecArgs Redirect(ModelGatewayArgs args) => new()
    {
        ParentRefs = { new ParentReferenceArgs { Name = args.Gateway, SectionName = Redirecting } },
        Hostnames = args.Hosts.Where(IsEncrypted).Select(host => (Input<string>)host.Host).ToArray(),
        Rules =
        {
            new HttpRouteRuleArgs
            {
                Filters = new[] { new HttpRouteFilterArgs { Type = "RequestRedirect", RequestRedirect = new HttpRedirectArgs { Scheme = "https", StatusCode = 301 } } },
            },
        },
    };

    private static Meta.ObjectMetaArgs Metadata(ModelGatewayArgs args, string name) =>
        new() { Name = name, Namespace = args.Namespace, Labels = ManagedBy.Owned };

    private void Check(string name, ModelGatewayArgs args)
    {
        var problems = new ConfigProblems();
        ModelGatewayCheck.Run(name, args, problems);
        problems.ThrowAt(this, ComponentTypes.ModelGateway);
    }
}
