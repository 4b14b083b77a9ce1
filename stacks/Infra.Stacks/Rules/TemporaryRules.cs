using Infra.Core.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>What an environment that goes again must not be, or share with the one that it was copied from.</summary>
internal static class TemporaryRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Temporary is not { } temporary)
        {
            return;
        }
        Refuse("production", settings.Production, "true, but the environment is temporary, and people count on nothing that goes by itself; remove it", problems);
        Refuse("storage.protect", settings.Storage.Protect, "true, but the environment is temporary, and what is protected can't be destroyed; write false", problems);
        Refuse("cluster.eks.protect", settings.Cluster.Eks is { Protect: true }, "true, but the environment is temporary, and what is protected can't be destroyed; write false", problems);
        Refuse("cluster", settings.Cluster.Eks is null, $"is a cluster that somebody else looks after, where this environment and '{temporary.From}' would fight over the same namespaces and controllers; a temporary one needs a cluster of its own (eks)", problems);
        Refuse("cluster.eks.name", settings.Cluster.Eks is { Name: not null }, $"is the name of the cluster of '{temporary.From}'; remove it, and the name follows the environment", problems);
        Refuse("adopt", !settings.Adopt.IsEmpty, $"takes over what belongs to '{temporary.From}'; remove it", problems);
        Refuse("edgePools", !settings.EdgePools.IsEmpty, $"are hosts of '{temporary.From}', and a host joins one cluster; remove them", problems);
        Refuse("containerRegistry", settings.ContainerRegistry is not null, $"names repositories that '{temporary.From}' has in the same account; remove it, images come from where '{temporary.From}' pushes them", problems);
        for (var i = 0; i < settings.Pools.Length; i++)
        {
            if (settings.Pools[i].Reservation is not null)
            {
                problems.Add(ConfigPath.Key(PlatformRules.At("pools", i), "reservation"), $"is the capacity that '{temporary.From}' has paid for; remove it, and the pool launches what is free");
            }
        }
    }

    private static void Refuse(string key, bool isThere, string why, ConfigProblems problems)
    {
        if (isThere && !problems.Cover(PlatformRules.Key(key)))
        {
            problems.Add(PlatformRules.Key(key), why);
        }
    }
}
