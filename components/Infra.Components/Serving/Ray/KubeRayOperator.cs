using Infra.Components.Helm;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.Serving.Ray;

/// <summary>KubeRay's operator and definitions, for models with the backend <c>ray</c> and for jobs on Ray.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace that holds its pods to the security level restricted
/// NAME-release   Helm release of operator and definitions; Helm never updates the latter, so that a new version needs them applied by hand before
/// </code>
/// Whatever is Ray's has to wait for the component, which takes clusters apart at the end.
/// </remarks>
public sealed class KubeRayOperator : ComponentResource
{
    /// <summary>Namespace of the operator, which calls the heads of all Ray clusters.</summary>
    public const string Namespace = "kuberay-system";

    /// <summary>Declares the operator.</summary>
    public KubeRayOperator(string name, KubeRayOperatorArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.KubeRayOperator, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        RestrictedRelease.Create(this, name, Pins.KubeRay, Namespace, KubeRayValues.For(args), options);
        RegisterOutputs();
    }
}
