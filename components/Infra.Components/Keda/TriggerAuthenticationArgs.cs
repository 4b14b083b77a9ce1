using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Keda;

/// <summary>Inputs of <see cref="TriggerAuthentication"/>.</summary>
public sealed class TriggerAuthenticationArgs() : CustomResourceArgs("keda.sh/v1alpha1", "TriggerAuthentication")
{
    /// <summary>As whom triggers ask.</summary>
    [Input("spec", required: true)]
    public required Input<TriggerAuthenticationSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="TriggerAuthentication"/>.</summary>
public sealed class TriggerAuthenticationSpecArgs : ResourceArgs
{
    /// <summary>An identity of pods.</summary>
    [Input("podIdentity", required: true)]
    public required Input<TriggerIdentityArgs> PodIdentity { get; init; }
}

/// <summary>An identity of pods, as which triggers ask.</summary>
public sealed class TriggerIdentityArgs : ResourceArgs
{
    /// <summary>The cloud: <c>aws</c>; without more it is the identity of KEDA's operator (keda.sh, authentication provider "AWS").</summary>
    [Input("provider", required: true)]
    public required Input<string> Provider { get; init; }
}
