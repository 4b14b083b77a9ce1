using System.Collections.Immutable;
using Infra.Core.Network;
using Infra.Core.Serving.Traffic;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Clusters;

/// <summary>What the models' ways in need: who is installed, how many load balancers there are, and where their requests come from.</summary>
internal static class TrafficPlan
{
    /// <summary>Models with a way in of this kind.</summary>
    public static IEnumerable<ModelConfig> Exposed(PlatformSettings settings, ExposedBy via) => settings.Models.Where(model => model.Expose?.Via == via);

    /// <summary>Schemes of the models with a way in of this kind, each of which has a gateway or a load balancer of its own.</summary>
    public static IEnumerable<LoadBalancerScheme> Schemes(PlatformSettings settings, ExposedBy via) =>
        Exposed(settings, via).Select(model => model.Expose!.Scheme).Distinct().Order();

    /// <summary>Models with a way in of this kind and scheme.</summary>
    public static IEnumerable<ModelConfig> Exposed(PlatformSettings settings, ExposedBy via, LoadBalancerScheme scheme) =>
        Exposed(settings, via).Where(model => model.Expose!.Scheme == scheme);

    /// <summary>How gateways are reached.</summary>
    public static GatewayService Service(PlatformSettings settings) =>
        settings.Traffic.Gateway.Service ?? (settings.Cluster.Kubeconfig is null ? GatewayService.LoadBalancer : GatewayService.ClusterIp);

    /// <summary>Whether gateways are behind Network Load Balancers of AWS.</summary>
    public static bool HasNetworkLoadBalancer(PlatformSettings settings) => settings.Cluster.Kubeconfig is null && Service(settings) == GatewayService.LoadBalancer;

    /// <summary>Whether load balancers are made by EKS Auto Mode.</summary>
    public static bool IsAutoMode(PlatformSettings settings) => settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode;

    /// <summary>Whether the stack installs AWS Load Balancer Controller.</summary>
    public static bool NeedsLoadBalancerController(PlatformSettings settings) =>
        settings.Traffic.Alb.Controller && !IsAutoMode(settings) && settings.Cluster.Kubeconfig is null
        && (Exposed(settings, ExposedBy.Alb).Any() || (Exposed(settings, ExposedBy.Gateway).Any() && HasNetworkLoadBalancer(settings)));

    /// <summary>Models whose replicas an endpoint picker chooses.</summary>
    public static IEnumerable<ModelConfig> Pooled(PlatformSettings settings) => settings.Models.Where(model => model.Expose?.InferencePool is not null);

    /// <summary>Whether something has a certificate of cert-manager: a model, or the webhook of Envoy AI Gateway.</summary>
    public static bool NeedsCertificates(PlatformSettings settings) => settings.Models.Any(model => model.Expose?.Tls?.Issuer is not null) || Pooled(settings).Any();

    /// <summary>Networks that the addresses of load balancers are out of; none where nobody knows.</summary>
    public static ImmutableArray<Ipv4Network> SourceCidrs(PlatformSettings settings, LoadBalancerScheme scheme)
    {
        if (!settings.Traffic.Alb.SourceCidrs.IsEmpty || settings is not { Cluster.Eks: not null, Network: { Existing: null } network })
        {
            return settings.Traffic.Alb.SourceCidrs;
        }

        var role = scheme == LoadBalancerScheme.InternetFacing ? SubnetRole.Public : SubnetRole.Private;
        return [.. NetworkPlan.Of(settings, network).Subnets.Where(subnet => subnet.Role == role).Select(subnet => subnet.Network)];
    }

    /// <summary>Seconds of silence that a load balancer has to bear, because one of its models does.</summary>
    public static int IdleSeconds(IEnumerable<ModelConfig> models) => models.Max(model => model.Expose!.IdleTimeoutSeconds ?? model.Objectives.LongestRequest);

    /// <summary>Seconds for which a load balancer may still send requests to a pod that leaves.</summary>
    public static int DeregistrationSeconds(PlatformSettings settings, ModelConfig model) =>
        model.Expose is { } expose && ExposeVias.IsAlb(expose.ViaOf(settings)) ? AlbRules.NoticeSeconds : 0;

    /// <summary>
    /// Labels of the models' namespace by which pods count as ready only once a load balancer has them (AWS Load Balancer Controller, "Pod readiness gate"; the selector of
    /// EKS Auto Mode's webhook): an update then takes the next pod away no sooner. It is for pods that come after the Ingress, so not for a model's first.
    /// </summary>
    public static ImmutableDictionary<string, string> ReadinessGates(PlatformSettings settings) => Exposed(settings, ExposedBy.Alb).Any()
        ? ImmutableDictionary<string, string>.Empty.Add($"{(IsAutoMode(settings) ? "eks.amazonaws.com" : "elbv2.k8s.aws")}/pod-readiness-gate-inject", "enabled")
        : ImmutableDictionary<string, string>.Empty;

    /// <summary>What each of the gateway's pods lets through, so that all together let through what was asked for.</summary>
    public static int RequestsPerPod(int requests, int pods) => ((requests - 1) / pods) + 1;
}
