using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Traffic;

/// <summary>Inputs of <see cref="ModelGateway"/>.</summary>
public sealed class ModelGatewayArgs : ResourceArgs
{
    /// <summary>Its name, and that of its objects. A DNS label of at most 40 characters.</summary>
    [Input("gateway", required: true)]
    public required string Gateway { get; init; }

    /// <summary>Name of the GatewayClass.</summary>
    [Input("gatewayClass", required: true)]
    public required Input<string> GatewayClass { get; init; }

    /// <summary>Namespace of Envoy Gateway; take it from <see cref="EnvoyGatewayController.NamespaceName"/>.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Namespaces whose routes the gateway takes: those of its models.</summary>
    [Input("routeNamespaces", required: true)]
    public required InputList<string> RouteNamespaces { get; init; }

    /// <summary>Hosts with their certificates.</summary>
    [Input("hosts", required: true)]
    public required List<GatewayHostArgs> Hosts { get; init; }

    /// <summary>How the cluster's surroundings reach it: <c>loadBalancer</c>, <c>nodePort</c> or <c>clusterIP</c>.</summary>
    [Input("service", required: true)]
    public required string Service { get; init; }

    /// <summary>Class of the load balancer, such as <c>service.k8s.aws/nlb</c>. Default: the cluster's own.</summary>
    [Input("loadBalancerClass")]
    public string? LoadBalancerClass { get; init; }

    /// <summary>Whether a Network Load Balancer faces the internet. Default: false. Without meaning where AWS makes none.</summary>
    [Input("internetFacing")]
    public bool InternetFacing { get; init; }

    /// <summary>Pods, 1 or more. Default: 2, on different nodes.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = DefaultReplicas;

    /// <summary>Seconds of the longest request; a pod that ends finishes those in work. Default: 60.</summary>
    [Input("longestRequestSeconds")]
    public int LongestRequestSeconds { get; init; } = 60;

    /// <summary>Derived: the pods that Envoy Gateway makes of it.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(ModelGatewayPods.Footprint(Gateway, Replicas));

    /// <summary>Default of <see cref="Replicas"/>.</summary>
    public const int DefaultReplicas = 2;
}

/// <summary>A host of a gateway.</summary>
public sealed class GatewayHostArgs : ResourceArgs
{
    /// <summary>The host.</summary>
    [Input("host", required: true)]
    public required string Host { get; init; }

    /// <summary>ClusterIssuer of cert-manager from which its certificate comes. Default: none.</summary>
    [Input("issuer")]
    public string? Issuer { get; init; }

    /// <summary>Secret with its certificate in the gateway's namespace. Default: none; without issuer and Secret requests come unencrypted.</summary>
    [Input("secret")]
    public string? Secret { get; init; }
}
