using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Experiments break what is there, and nothing that serves somebody unless that is said twice.</summary>
internal static class ChaosRules
{
    public static void Check(PlatformSettings settings, KnownNames models, KnownNames pools, ConfigProblems problems)
    {
        var path = PlatformRules.Key("chaos");
        if (settings.Chaos is not { } chaos || problems.Cover(path))
        {
            return;
        }

        if (!chaos.OnProtectedEnvironment && IsProtected(settings))
        {
            problems.Add(path, "this environment is protected, so somebody relies on it; set onProtectedEnvironment: true if it is to be broken all the same, or remove the key");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < chaos.Experiments.Length; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(path, "experiments"), i);
            if (!names.Add(chaos.Experiments[i].Name))
            {
                problems.Add(ConfigPath.Key(at, "name"), $"{Shown.Quoted(chaos.Experiments[i].Name)} is the name of another experiment; names are unique");
            }

            Check(at, chaos.Experiments[i], settings, models, pools, problems);
        }
    }

    // What isn't AWS' is nobody's production.
    private static bool IsProtected(PlatformSettings settings) => settings.Aws is not null && (settings.Storage is { Protect: true, Buckets.IsEmpty: false } || settings.Cluster.Eks is { Protect: true });

    private static void Check(string path, ExperimentConfig experiment, PlatformSettings settings, KnownNames models, KnownNames pools, ConfigProblems problems)
    {
        if (experiment.KillPod is { } kill)
        {
            models.Check(ConfigPath.Key(ConfigPath.Key(path, "killPod"), "model"), kill.Model, problems);
        }

        if (experiment.LoseNodes is { } lose)
        {
            pools.Check(ConfigPath.Key(ConfigPath.Key(path, "loseNodes"), "pool"), lose.Pool, problems);
            CheckZone(ConfigPath.Key(ConfigPath.Key(path, "loseNodes"), "zone"), lose.Zone, settings, problems);
        }

        if (experiment.CutZone is { } cut)
        {
            CheckZone(ConfigPath.Key(ConfigPath.Key(path, "cutZone"), "zone"), cut.Zone, settings, problems);
        }

        if (experiment.SlowStorage is { } slow)
        {
            var at = ConfigPath.Key(ConfigPath.Key(path, "slowStorage"), "model");
            models.Check(at, slow.Model, problems);
            if (settings.Served.FirstOrDefault(model => model.Name == slow.Model) is { ParsedSource: not ModelSource.Pvc })
            {
                problems.Add(at, $"{Shown.Quoted(slow.Model)} reads no volume: it has its files on its node before it serves; name a model with a source pvc://");
            }
        }
    }

    private static void CheckZone(string path, string zone, PlatformSettings settings, ConfigProblems problems)
    {
        var zones = PoolSpecs.ZonesOfTheCluster(settings).Names.ToList();
        // Of a cluster that somebody else made nobody here knows them.
        if (zones.Count > 0 && !zones.Contains(zone))
        {
            problems.Add(path, $"{Shown.Quoted(zone)} is no zone of the cluster; there are: {string.Join(", ", zones)}");
        }
    }
}
