using Infra.Components.VerticalScaling;
using Infra.Stacks.Configuration;
using Infra.Stacks.Layers;

namespace Infra.Stacks.Clusters;

/// <summary>Who recommends CPU and memory, where a model asks for it; a cluster has one.</summary>
internal static class PlatformRecommender
{
    /// <summary>Declares the recommender.</summary>
    /// <returns>What every recommendation has to wait for; null where nobody asks for one.</returns>
    public static VerticalRecommender? Create(PlatformSettings settings, PlatformCluster cluster, Providers providers) => IsNeeded(settings)
        ? new VerticalRecommender("vertical-recommender", new VerticalRecommenderArgs { Scraping = settings.Monitoring.Scraping() }, providers.Component([.. cluster.Ready]))
        : null;

    /// <summary>Whether any model asks for recommendations, here or in stacks of models.</summary>
    public static bool IsNeeded(PlatformSettings settings) => SharedParts.Has(settings, SharedPart.VerticalRecommender);
}
