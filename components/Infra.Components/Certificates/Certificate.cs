using Pulumi;

namespace Infra.Components.Certificates;

/// <summary><c>Certificate</c> of cert-manager (cert-manager.io/v1): one that it gets, puts into a Secret, and renews.</summary>
public sealed class Certificate(string name, CertificateArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
