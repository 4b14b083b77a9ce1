using Infra.Components.Helm;
using Infra.Components.Monitoring;
using Infra.Components.Shared;
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
/// NAME-monitor   optional: PodMonitor of the recommender
/// </code>
/// A <see cref="VerticalPodAutoscaler"/> has to wait for the component, which brings its definition.
/// </remarks>
public sealed class VerticalRecommender : ComponentResource
{
    /// <summary>Its namespace.</summary>
    public const string Namespace = "vertical-pod-autoscaler";

    // kubernetes/autoscaler, vertical-pod-autoscaler/charts/vertical-pod-autoscaler, templates/recommender-deployment.yaml and _helpers.tpl.
    private const int MetricsPort = 8942;

    private static readonly Dictionary<string, string> _pods = new()
    {
        ["app.kubernetes.io/name"] = Pins.VerticalPodAutoscaler.Name,
        ["app.kubernetes.io/instance"] = Pins.VerticalPodAutoscaler.Name,
        ["app.kubernetes.io/component"] = "recommender",
    };

    /// <summary>Declares the recommender.</summary>
    public VerticalRecommender(string name, VerticalRecommenderArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.VerticalRecommender, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var namespaceName = RestrictedRelease.Create(this, name, Pins.VerticalPodAutoscaler, Namespace, VerticalRecommenderValues.ToValues(), options);
        if (args.Scraping is { } scraping)
        {
            // The chart has no monitor.
            _ = new PodMonitor($"{name}-monitor", PodMonitorArgs.Of("vpa-recommender", namespaceName, _pods, MetricsPort, "/metrics", scraping), Children.Of(this));
        }

        RegisterOutputs();
    }
}
