using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Traffic.EnvoyGateway;

/// <summary>Inputs of <see cref="EnvoyProxy"/>.</summary>
public sealed class EnvoyProxyArgs() : CustomResourceArgs("gateway.envoyproxy.io/v1alpha1", "EnvoyProxy")
{
    /// <summary>The proxies.</summary>
    [Input("spec", required: true)]
    public required Input<EnvoyProxySpecArgs> Spec { get; init; }
}

/// <summary>Specification of an <see cref="EnvoyProxy"/>.</summary>
public sealed class EnvoyProxySpecArgs : ResourceArgs
{
    /// <summary>What runs them.</summary>
    [Input("provider", required: true)]
    public required Input<EnvoyProviderArgs> Provider { get; init; }

    /// <summary>How a pod ends.</summary>
    [Input("shutdown", required: true)]
    public required Input<EnvoyShutdownArgs> Shutdown { get; init; }
}

/// <summary>What runs proxies.</summary>
public sealed class EnvoyProviderArgs : ResourceArgs
{
    /// <summary><c>Kubernetes</c>.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }

    /// <summary>Their objects in Kubernetes.</summary>
    [Input("kubernetes", required: true)]
    public required Input<EnvoyKubernetesArgs> Kubernetes { get; init; }
}

/// <summary>Objects of proxies in Kubernetes.</summary>
public sealed class EnvoyKubernetesArgs : ResourceArgs
{
    /// <summary>Their Deployment.</summary>
    [Input("envoyDeployment", required: true)]
    public required Input<EnvoyDeploymentArgs> EnvoyDeployment { get; init; }

    /// <summary>Their Service.</summary>
    [Input("envoyService", required: true)]
    public required Input<EnvoyServiceArgs> EnvoyService { get; init; }

    /// <summary>How many of them may be taken away at a time. Default: no bound.</summary>
    [Input("envoyPDB")]
    public Input<EnvoyDisruptionBudgetArgs>? EnvoyPdb { get; init; }
}

/// <summary>Deployment of proxies.</summary>
public sealed class EnvoyDeploymentArgs : ResourceArgs
{
    /// <summary>Pods.</summary>
    [Input("replicas", required: true)]
    public required Input<int> Replicas { get; init; }

    /// <summary>The proxy in each.</summary>
    [Input("container", required: true)]
    public required Input<EnvoyContainerArgs> Container { get; init; }

    /// <summary>Where pods run.</summary>
    [Input("pod", required: true)]
    public required Input<EnvoyPodArgs> Pod { get; init; }
}

/// <summary>The container of a proxy.</summary>
public sealed class EnvoyContainerArgs : ResourceArgs
{
    /// <summary>Its needs.</summary>
    [Input("resources", required: true)]
    public required Input<ResourceRequirementsArgs> Resources { get; init; }
}

/// <summary>The pod of a proxy.</summary>
public sealed class EnvoyPodArgs : ResourceArgs
{
    /// <summary>How pods are spread.</summary>
    [Input("topologySpreadConstraints", required: true)]
    public InputList<TopologySpreadConstraintArgs> TopologySpreadConstraints { get; init; } = new();
}

/// <summary>The Service of proxies.</summary>
public sealed class EnvoyServiceArgs : ResourceArgs
{
    /// <summary><c>LoadBalancer</c>, <c>NodePort</c> or <c>ClusterIP</c>.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }

    /// <summary>Who makes the load balancer. Default: the cluster's own controller.</summary>
    [Input("loadBalancerClass")]
    public Input<string>? LoadBalancerClass { get; init; }

    /// <summary>What that one has to know. Default: nothing.</summary>
    [Input("annotations")]
    public InputMap<string> Annotations { get; init; } = new();
}

/// <summary>How many proxies may be taken away at a time.</summary>
public sealed class EnvoyDisruptionBudgetArgs : ResourceArgs
{
    /// <summary>Most that may be away.</summary>
    [Input("maxUnavailable", required: true)]
    public required Input<int> MaxUnavailable { get; init; }
}

/// <summary>How a proxy ends.</summary>
public sealed class EnvoyShutdownArgs : ResourceArgs
{
    /// <summary>Longest time for requests in work, as duration.</summary>
    [Input("drainTimeout", required: true)]
    public required Input<string> DrainTimeout { get; init; }

    /// <summary>Shortest time in which new requests may still come, as duration.</summary>
    [Input("minDrainDuration", required: true)]
    public required Input<string> MinDrainDuration { get; init; }
}
