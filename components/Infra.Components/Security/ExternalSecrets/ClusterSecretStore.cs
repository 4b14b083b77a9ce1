using Pulumi;

namespace Infra.Components.Security.ExternalSecrets;

/// <summary><c>ClusterSecretStore</c> of External Secrets (external-secrets.io/v1): a store of secrets outside the cluster, and the namespaces that may ask it.</summary>
public sealed class ClusterSecretStore(string name, ClusterSecretStoreArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
