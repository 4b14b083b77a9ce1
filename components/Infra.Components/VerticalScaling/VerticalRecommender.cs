using Infra.Components.Helm;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.VerticalScaling;

/// <summary>
/// The recommender of Kubernetes' vertical pod autoscaler: it watches what pods use and writes what they should ask for. Nobody acts on it, because the parts that would evict or change pods aren't
/// installed. One per cluster, which needs the metrics server.
/// </summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace that holds its pods to the security level restricted
/// NAME-release   Helm release of recommender and definitions; Helm never updates the latter, so that a new version needs them applied by hand before
/// </code>
/// A <see cref="VerticalPodAutoscaler"/> has to wait for the component, which brings its definition.
/// </remarks>
public sealed class VerticalRecommender : ComponentResource
{
    /// <summary>Its namespace.</summary>
    public const string Namespace = "vertical-pod-autoscaler";

    /// <summary>Declares the recommender.</summary>
    public VerticalRecommender(string name, VerticalRecommenderArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.VerticalRecommender, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        RestrictedRelease.Create(this, name, Pins.VerticalPodAutoscaler, Namespace, VerticalRecommenderValues.ToValues(), options);
        RegisterOutputs();
    }
}
