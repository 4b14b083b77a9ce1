using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Traffic.LoadBalancing;

/// <summary>Inputs of <see cref="IngressClassParams"/>.</summary>
/// <param name="apiVersion">Whose: the two controllers have a group each, and the fields used here are the same in both.</param>
public sealed class IngressClassParamsArgs(string apiVersion) : CustomResourceArgs(apiVersion, "IngressClassParams")
{
    /// <summary>The load balancer.</summary>
    [Input("spec", required: true)]
    public required Input<IngressClassParamsSpecArgs> Spec { get; init; }
}

/// <summary>Specification of <see cref="IngressClassParams"/>.</summary>
public sealed class IngressClassParamsSpecArgs : ResourceArgs
{
    /// <summary><c>internal</c> or <c>internet-facing</c>.</summary>
    [Input("scheme", required: true)]
    public required Input<string> Scheme { get; init; }

    /// <summary>All Ingresses of the group share one load balancer.</summary>
    [Input("group", required: true)]
    public required Input<IngressGroupArgs> Group { get; init; }

    /// <summary>Policy of ciphers and versions of TLS.</summary>
    [Input("sslPolicy", required: true)]
    public required Input<string> SslPolicy { get; init; }

    /// <summary>Attributes in Elastic Load Balancing.</summary>
    [Input("loadBalancerAttributes", required: true)]
    public InputList<LoadBalancerAttributeArgs> LoadBalancerAttributes { get; init; } = new();

    /// <summary>Namespaces whose Ingresses may use the class.</summary>
    [Input("namespaceSelector", required: true)]
    public required Input<Pulumi.Kubernetes.Types.Inputs.Meta.V1.LabelSelectorArgs> NamespaceSelector { get; init; }
}

/// <summary>A group of Ingresses.</summary>
public sealed class IngressGroupArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}

/// <summary>An attribute of a load balancer.</summary>
public sealed class LoadBalancerAttributeArgs : ResourceArgs
{
    /// <summary>Name.</summary>
    [Input("key", required: true)]
    public required Input<string> Key { get; init; }

    /// <summary>Value.</summary>
    [Input("value", required: true)]
    public required Input<string> Value { get; init; }
}
