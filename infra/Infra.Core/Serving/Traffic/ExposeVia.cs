using Infra.Core.Configuration;

namespace Infra.Core.Serving.Traffic;

/// <summary>Who brings requests from outside the cluster to a model.</summary>
public enum ExposeVia
{
    /// <summary>The environment's Gateway (Gateway API), which Envoy Gateway realises.</summary>
    [WireName(ExposeVias.GatewayName)]
    Gateway,

    /// <summary>An Application Load Balancer of AWS Load Balancer Controller.</summary>
    [WireName(ExposeVias.AlbName)]
    Alb,

    /// <summary>An Application Load Balancer of EKS Auto Mode, whose controller is AWS' own and knows less.</summary>
    [WireName(ExposeVias.AutoModeAlbName)]
    AutoModeAlb,

    /// <summary>An Ingress of a class that the cluster has already.</summary>
    [WireName(ExposeVias.IngressName)]
    Ingress,
}
