using Infra.Components.Helm;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.Serving.LeaderWorkerSets;

/// <summary>LeaderWorkerSet's controller and definitions, for models with the backend <c>leaderWorkerSet</c>.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace that holds its pods to the security level restricted
/// NAME-release   Helm release of controller, webhooks and definitions; Helm never updates the latter, so that a new version needs them applied by hand before
/// </code>
/// The controller makes the certificate of its webhooks itself. Sets have to wait for the component: a pod that its webhook didn't see knows no leader.
/// </remarks>
public sealed class LeaderWorkerSetOperator : ComponentResource
{
    /// <summary>Its namespace, which the chart's own guide has too.</summary>
    public const string Namespace = "lws-system";

    /// <summary>Declares the controller.</summary>
    public LeaderWorkerSetOperator(string name, LeaderWorkerSetOperatorArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.LeaderWorkerSetOperator, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        RestrictedRelease.Create(this, name, Pins.LeaderWorkerSet, Namespace, LeaderWorkerSetValues.ToValues(), options);
        RegisterOutputs();
    }
}
