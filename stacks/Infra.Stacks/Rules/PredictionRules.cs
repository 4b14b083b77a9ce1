using Infra.Components.Predictions;
using Infra.Core.Configuration;
using Infra.Core.Serving.Predictions;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of caches of predictions and of what keeps them.</summary>
internal static class PredictionRules
{
    // A serverless cache is in two or three zones (ElastiCache API, CreateServerlessCache, SubnetIds).
    private const int LeastZones = 2;
    private const int MostZones = 3;

    // Who has a token or a password says it in this header; the gateway and the load balancer hand it on.
    private const string Authorization = "authorization";

    /// <summary>Names of the objects that caches and store make, with their path.</summary>
    public static IEnumerable<(string Name, string Path)> Names(PlatformSettings settings)
    {
        for (var i = 0; i < settings.Models.Length; i++)
        {
            if (settings.Models[i].PredictionCache is not null)
            {
                yield return (PredictionCacheServer.ServiceOf(settings.Models[i].Name), ConfigPath.Key(PlatformRules.At("models", i), "predictionCache"));
            }
        }

        if (settings.PredictionStore is { Existing: null })
        {
            yield return (PredictionStoreArgs.DefaultName, PlatformRules.Key("predictionStore"));
        }
    }

    /// <summary>The zones' subnets that a serverless cache is put into.</summary>
    public static IEnumerable<T> Zones<T>(IEnumerable<T> zones) => zones.Take(MostZones);

    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var store = PlatformRules.Key("predictionStore");
        var cached = Enumerable.Range(0, settings.Models.Length).Where(i => settings.Models[i].PredictionCache is not null).ToList();
        if (settings.PredictionStore is null)
        {
            foreach (var i in cached)
            {
                problems.Add(
                    ConfigPath.Key(PlatformRules.At("models", i), "predictionCache"),
                    "there is nothing that keeps predictions; say what does: predictionStore: {elastiCache: {}} on EKS, {cluster: {}} or {existing: …}");
            }

            return;
        }

        foreach (var i in cached)
        {
            CheckModel(PlatformRules.At("models", i), settings.Models[i], problems);
        }

        if (cached.Count == 0 && !problems.Cover(PlatformRules.Key("models")))
        {
            problems.Add(store, "no model has a predictionCache, so that it would only cost; remove it");
        }

        if (settings.PredictionStore.ElastiCache is null || problems.Cover(PlatformRules.Key("cluster")))
        {
            return;
        }

        var path = ConfigPath.Key(store, "elastiCache");
        if (settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(path, "ElastiCache needs the network of an EKS cluster (cluster.eks or cluster.existing); keep predictions in the cluster (cluster: {}) or name a store (existing: …)");
        }
        else if (RegistryRules.Zones(settings) is < LeastZones and var zones)
        {
            problems.Add(path, $"ElastiCache asks for subnets in {LeastZones} zones, but the cluster has {zones}; add a zone, or keep predictions in the cluster (cluster: {{}})");
        }
    }

    private static void CheckModel(string path, ModelConfig model, ConfigProblems problems)
    {
        if (model.Rollout.HasBoth)
        {
            problems.Add(
                ConfigPath.Key(path, "predictionCache"), "would answer for stable model and candidate alike, and hide how the candidate does; remove it until the rollout is over");
        }

        if (model.Expose?.Authentication is { } who && (who.Jwt is not null || who.BasicSecret is not null) && !model.PredictionCache!.Headers.Contains(Authorization))
        {
            problems.Add(
                ConfigPath.Keys(path, "predictionCache.headers"),
                $"every request from outside brings the header {Authorization} (expose.authentication), and such requests go to the model; name {Authorization} here, which keeps the answers of each caller for "
                + "itself, or remove predictionCache");
        }
    }
}
