using Infra.Components.Serving.Traffic;
using Infra.Components.Traffic;
using Infra.Components.Traffic.Dns;
using Infra.Components.Traffic.LoadBalancing;
using Infra.Core.Configuration;
using Infra.Core.Serving.Predictions;
using Infra.Core.Serving.Traffic;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>What brings requests from outside the cluster to models: controllers, gateways, load balancers, records; each where a model asks for it.</summary>
internal sealed class PlatformTraffic
{
    private readonly PlatformSettings _settings;
    private readonly PlatformCluster _cluster;
    private readonly Providers _providers;
    private readonly PlatformTenants _tenants;
    private readonly Dictionary<LoadBalancerScheme, LoadBalancerClass> _classes = [];
    private readonly Dictionary<LoadBalancerScheme, ModelGateway> _gateways = [];
    private readonly List<Resource> _records = [];
    private EnvoyGatewayController? _envoy;
    private Resource[] _aiGateway = [];

    private PlatformTraffic(PlatformSettings settings, PlatformCluster cluster, Providers providers, PlatformTenants tenants) =>
        (_settings, _cluster, _providers, _tenants) = (settings, cluster, providers, tenants);

    /// <summary>Declares all of it.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="providers">Providers.</param>
    /// <param name="tenants">The namespaces of the models.</param>
    /// <param name="tags">Tags of everything in AWS.</param>
    /// <param name="certificates">cert-manager, where the stack has it.</param>
    public static PlatformTraffic Create(
        PlatformSettings settings, PlatformCluster cluster, Providers providers, PlatformTenants tenants, IReadOnlyDictionary<string, string> tags, Resource[] certificates)
    {
        var traffic = new PlatformTraffic(settings, cluster, providers, tenants);
        var controller = traffic.CreateLoadBalancerController(tags);
        traffic.CreateLoadBalancers(controller);
        traffic.CreateGateways(controller, certificates);
        traffic.CreateRecords();
        RetiredIngress.Warn(settings);
        return traffic;
    }

    /// <summary>What has to exist before a model, and goes after it.</summary>
    public IEnumerable<Resource> Before(ModelConfig model) => model.Expose switch
    {
        { Via: ExposedBy.Alb } alb => [_classes[alb.Scheme], .. _records],
        { Via: ExposedBy.Gateway } gateway => [_gateways[gateway.Scheme], .. _records],
        { Via: ExposedBy.Ingress } => _records,
        _ => [],
    };

    /// <summary>The model's way in, in the form of its component; null for none.</summary>
    public ExposeArgs? Expose(ModelConfig model)
    {
        if (model.Expose is not { } expose)
        {
            return null;
        }

        var via = expose.ViaOf(_settings);
        var isAlb = ExposeVias.IsAlb(via);
        return new ExposeArgs
        {
            Via = ExposeVias.Name(via),
            Host = expose.Host,
            Path = expose.Path,
            Rewrite = expose.Rewrite,
            Tls = expose.Tls is { } tls ? new ExposeTlsArgs { CertificateArn = tls.CertificateArn is { } arn ? (Input<string>)arn : null, Issuer = tls.Issuer, Secret = tls.Secret } : null,
            Failover = _settings.Traffic.HostedZone?.Failover is { } role ? WireNames.Name(role) : null,
            MaxBody = expose.MaxBody?.ToString(),
            IdleTimeoutSeconds = expose.IdleTimeoutSeconds,
            RateLimit = expose.RateLimit is { } limit
                ? new RateLimitArgs { RequestsPerPod = TrafficPlan.RequestsPerPod(limit.Requests, _settings.Traffic.Gateway.Replicas), Per = WireNames.Name(limit.Per) }
                : null,
            Authentication = expose.Authentication?.ToArgs(),
            GrpcHost = expose.GrpcHost,
            InferencePool = expose.InferencePool?.ToArgs(),
            AllowedCidrs = [.. expose.AllowedCidrs.Select(network => network.ToString())],
            Front = model.PredictionCache is null
                ? null
                : new ExposeFrontArgs { Service = PredictionCacheServer.ServiceOf(model.Name), Port = PredictionCacheServer.Port, HealthPath = PredictionCacheServer.HealthPath },
            Gateway = via == ExposeVia.Gateway ? new GatewayReferenceArgs { Name = GatewayName(expose.Scheme), Namespace = _envoy!.NamespaceName } : null,
            IngressClass = isAlb ? _classes[expose.Scheme].IngressClass : via == ExposeVia.Ingress ? (Input<string>)_settings.Traffic.Ingress!.ClassName : null,
            Annotations = expose.Annotations.ToDictionary(),
            WebAclArn = isAlb && _settings.Traffic.Alb.WebAclArn is { } acl ? (Input<string>)acl : null,
            SourceCidrs = isAlb ? [.. TrafficPlan.SourceCidrs(_settings, expose.Scheme).Select(network => network.ToString())] : [],
            SourceNamespace = via switch { ExposeVia.Gateway => EnvoyGatewayController.Namespace, ExposeVia.Ingress => _settings.Traffic.Ingress!.Namespace, _ => null },
        };
    }

    /// <summary>Name of the gateway of a scheme.</summary>
    public static string GatewayName(LoadBalancerScheme scheme) => $"gateway-{LoadBalancerSchemes.ShortName(scheme)}";

    private Resource[] CreateLoadBalancerController(IReadOnlyDictionary<string, string> tags) => TrafficPlan.NeedsLoadBalancerController(_settings)
        ?
        [
            new LoadBalancerController("load-balancer-controller", new LoadBalancerControllerArgs
            {
                ClusterName = _cluster.EksName!,
                Region = _settings.Aws!.Region,
                AccountId = _settings.Aws.AccountId,
                VpcId = _cluster.NodeNetwork!.Value.VpcId,
                Tags = tags.ToDictionary(),
                Wafv2 = _settings.Traffic.Alb.WebAclArn is not null,
                Replicas = _settings.Traffic.Alb.Replicas,
                Scraping = _settings.Monitoring.Scraping(),
            }, _providers.Component([.. _cluster.Ready])),
        ]
        : [];

    private void CreateLoadBalancers(Resource[] controller)
    {
        foreach (var scheme in TrafficPlan.Schemes(_settings, ExposedBy.Alb))
        {
            var name = $"load-balancer-{LoadBalancerSchemes.ShortName(scheme)}";
            _classes[scheme] = new LoadBalancerClass(name, new LoadBalancerClassArgs
            {
                IngressClass = $"models-{LoadBalancerSchemes.ShortName(scheme)}",
                Namespaces = Namespaces(TrafficPlan.Exposed(_settings, ExposedBy.Alb, scheme)),
                AutoMode = TrafficPlan.IsAutoMode(_settings),
                InternetFacing = scheme == LoadBalancerScheme.InternetFacing,
                IdleTimeoutSeconds = TrafficPlan.IdleSeconds(TrafficPlan.Exposed(_settings, ExposedBy.Alb, scheme)),
                SslPolicy = _settings.Traffic.Alb.SslPolicy,
            }, _providers.Component([.. _cluster.Ready, .. controller]));
        }
    }

    private void CreateGateways(Resource[] controller, Resource[] certificates)
    {
        foreach (var scheme in TrafficPlan.Schemes(_settings, ExposedBy.Gateway))
        {
            _envoy ??= CreateEnvoy(controller, certificates);
            var models = TrafficPlan.Exposed(_settings, ExposedBy.Gateway, scheme).ToList();
            _gateways[scheme] = new ModelGateway(GatewayName(scheme), new ModelGatewayArgs
            {
                Gateway = GatewayName(scheme),
                GatewayClass = _envoy.GatewayClass,
                Namespace = _envoy.NamespaceName,
                RouteNamespaces = Namespaces(models),
                Hosts = [.. Hosts(models)],
                Service = WireNames.Name(TrafficPlan.Service(_settings)),
                LoadBalancerClass = !TrafficPlan.HasNetworkLoadBalancer(_settings) ? null
                    : TrafficPlan.IsAutoMode(_settings) ? "eks.amazonaws.com/nlb"
                    : LoadBalancerController.NetworkLoadBalancerClass,
                InternetFacing = scheme == LoadBalancerScheme.InternetFacing,
                Replicas = _settings.Traffic.Gateway.Replicas,
                LongestRequestSeconds = models.Max(model => model.Objectives.LongestRequest),
            }, _providers.Component([.. _cluster.Ready, _envoy, .. _aiGateway, .. certificates]));
        }
    }

    private EnvoyGatewayController CreateEnvoy(Resource[] controller, Resource[] certificates)
    {
        var hasPools = TrafficPlan.Pooled(_settings).Any();
        var envoy = new EnvoyGatewayController(
            "envoy-gateway", new EnvoyGatewayControllerArgs { InferencePools = hasPools, Scraping = _settings.Monitoring.Scraping() }, _providers.Component([.. _cluster.Ready, .. controller]));
        if (hasPools)
        {
            _aiGateway = [new AiGatewayController("ai-gateway", new AiGatewayControllerArgs(), _providers.Component([.. _cluster.Ready, envoy, .. certificates]))];
        }

        return envoy;
    }

    private static IEnumerable<GatewayHostArgs> Hosts(IEnumerable<ModelConfig> models) => models
        .SelectMany(model => model.Expose!.Hosts().Select(host => (Host: host, model.Expose.Tls)))
        .DistinctBy(host => host.Host)
        .OrderBy(host => host.Host, StringComparer.Ordinal)
        .Select(host => new GatewayHostArgs { Host = host.Host, Issuer = host.Tls?.Issuer, Secret = host.Tls?.Secret });

    private List<Input<string>> Namespaces(IEnumerable<ModelConfig> models) =>
        [.. models.Select(model => _tenants.Of(model.Tenant)).Distinct().Select(home => (Input<string>)home.Namespace)];

    private void CreateRecords()
    {
        if (_settings.Traffic.HostedZone is not { } zone || _settings.Models.All(model => model.Expose is null))
        {
            return;
        }

        List<string> sources = [];
        if (_classes.Count > 0 || TrafficPlan.Exposed(_settings, ExposedBy.Ingress).Any())
        {
            sources.Add("ingress");
        }

        if (_envoy is not null)
        {
            sources.AddRange(["gateway-httproute", "gateway-grpcroute"]);
        }

        _records.Add(new ExternalDns("external-dns", new ExternalDnsArgs
        {
            ClusterName = _cluster.EksName!,
            Region = _settings.Aws!.Region,
            HostedZoneId = zone.Id,
            Domain = zone.Domain,
            Sources = sources,
            Scraping = _settings.Monitoring.Scraping(),
        }, _providers.Component([.. _cluster.Ready, .. _envoy is null ? Array.Empty<Resource>() : [_envoy]])));
    }
}
