using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Certificates;

/// <summary>Inputs of <see cref="Certificate"/>.</summary>
public sealed class CertificateArgs() : CustomResourceArgs("cert-manager.io/v1", "Certificate")
{
    /// <summary>The certificate.</summary>
    [Input("spec", required: true)]
    public required Input<CertificateSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="Certificate"/>.</summary>
public sealed class CertificateSpecArgs : ResourceArgs
{
    /// <summary>Secret that it is put into.</summary>
    [Input("secretName", required: true)]
    public required Input<string> SecretName { get; init; }

    /// <summary>Hosts that it is for.</summary>
    [Input("dnsNames", required: true)]
    public InputList<string> DnsNames { get; init; } = new();

    /// <summary>Who issues it.</summary>
    [Input("issuerRef", required: true)]
    public required Input<IssuerReferenceArgs> IssuerRef { get; init; }
}

/// <summary>Who issues a certificate.</summary>
public sealed class IssuerReferenceArgs : ResourceArgs
{
    /// <summary>Name.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary><c>Issuer</c> or <c>ClusterIssuer</c>.</summary>
    [Input("kind", required: true)]
    public required Input<string> Kind { get; init; }

    /// <summary>API group.</summary>
    [Input("group", required: true)]
    public required Input<string> Group { get; init; }
}
