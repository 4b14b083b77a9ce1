using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>The certificate of an exposed model; exactly one of the three.</summary>
public sealed class ExposeTlsArgs : ResourceArgs
{
    /// <summary>ARN of a certificate of AWS Certificate Manager, for an Application Load Balancer.</summary>
    [Input("certificateArn")]
    public Input<string>? CertificateArn { get; init; }

    /// <summary>Name of a ClusterIssuer of cert-manager, which gets and renews the certificate.</summary>
    [Input("issuer")]
    public string? Issuer { get; init; }

    /// <summary>Name of a Secret of the type <c>kubernetes.io/tls</c>, in the namespace of the gateway, or of the model with an Ingress.</summary>
    [Input("secret")]
    public string? Secret { get; init; }
}
