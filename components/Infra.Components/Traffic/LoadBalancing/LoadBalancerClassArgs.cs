using Pulumi;

namespace Infra.Components.Traffic.LoadBalancing;

/// <summary>Inputs of <see cref="LoadBalancerClass"/>.</summary>
public sealed class LoadBalancerClassArgs : ResourceArgs
{
    /// <summary>Name of the class and of the group of Ingresses. A DNS label.</summary>
    [Input("ingressClass", required: true)]
    public required string IngressClass { get; init; }

    /// <summary>Namespaces whose Ingresses may use it.</summary>
    [Input("namespaces", required: true)]
    public required InputList<string> Namespaces { get; init; }

    /// <summary>Whether EKS Auto Mode makes it, instead of AWS Load Balancer Controller. Default: false.</summary>
    [Input("autoMode")]
    public bool AutoMode { get; init; }

    /// <summary>Whether it faces the internet. Default: false. Changing it makes a new load balancer.</summary>
    [Input("internetFacing")]
    public bool InternetFacing { get; init; }

    /// <summary>Seconds of silence after which a request is given up, 1 to 4000: the longest of its models. Default: 60.</summary>
    [Input("idleTimeoutSeconds")]
    public int IdleTimeoutSeconds { get; init; } = 60;

    /// <summary>Policy of ciphers and versions of TLS. Default: TLS 1.3 and 1.2.</summary>
    [Input("sslPolicy")]
    public string SslPolicy { get; init; } = DefaultSslPolicy;

    /// <summary>Default of <see cref="SslPolicy"/> (Elastic Load Balancing, "Security policies for your Application Load Balancer").</summary>
    public const string DefaultSslPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";
}
