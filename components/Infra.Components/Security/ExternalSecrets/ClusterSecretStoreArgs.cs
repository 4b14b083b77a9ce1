using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Security.ExternalSecrets;

/// <summary>Inputs of <see cref="ClusterSecretStore"/>.</summary>
public sealed class ClusterSecretStoreArgs() : CustomResourceArgs("external-secrets.io/v1", "ClusterSecretStore")
{
    /// <summary>The store.</summary>
    [Input("spec", required: true)]
    public required Input<ClusterSecretStoreSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="ClusterSecretStore"/>.</summary>
public sealed class ClusterSecretStoreSpecArgs : ResourceArgs
{
    /// <summary>Who may ask; whoever fits one of them.</summary>
    [Input("conditions", required: true)]
    public required InputList<StoreConditionArgs> Conditions { get; init; }

    /// <summary>Where the secrets are.</summary>
    [Input("provider", required: true)]
    public required Input<StoreProviderArgs> Provider { get; init; }
}

/// <summary>Who may ask a store.</summary>
public sealed class StoreConditionArgs : ResourceArgs
{
    /// <summary>Names of namespaces.</summary>
    [Input("namespaces", required: true)]
    public required InputList<string> Namespaces { get; init; }
}

/// <summary>Where the secrets of a store are.</summary>
public sealed class StoreProviderArgs : ResourceArgs
{
    /// <summary>A service of AWS; without more it is asked with the identity of the operator's pods (external-secrets.io, "AWS Authentication").</summary>
    [Input("aws", required: true)]
    public required Input<AwsStoreArgs> Aws { get; init; }
}

/// <summary>A service of AWS that keeps secrets.</summary>
public sealed class AwsStoreArgs : ResourceArgs
{
    /// <summary><c>SecretsManager</c> or <c>ParameterStore</c>.</summary>
    [Input("service", required: true)]
    public required Input<string> Service { get; init; }

    /// <summary>Its region.</summary>
    [Input("region", required: true)]
    public required Input<string> Region { get; init; }
}
