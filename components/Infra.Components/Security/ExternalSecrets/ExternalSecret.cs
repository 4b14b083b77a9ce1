using Pulumi;

namespace Infra.Components.Security.ExternalSecrets;

/// <summary><c>ExternalSecret</c> of External Secrets (external-secrets.io/v1): a Secret that the operator makes of an entry of the store, and renews every hour.</summary>
public sealed class ExternalSecret(string name, ExternalSecretArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
