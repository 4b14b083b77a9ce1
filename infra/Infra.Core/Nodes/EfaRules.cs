using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>Where EFA works: on types that have it, among nodes of one zone.</summary>
internal static class EfaRules
{
    public static void Check(string path, NodePoolSpec spec, ImmutableArray<InstanceType> types, ConfigProblems problems)
    {
        if (!spec.Efa)
        {
            return;
        }

        var at = ConfigPath.Key(path, "efa");
        foreach (var type in types.Where(type => type.EfaInterfaces == 0))
        {
            problems.Add(at, $"'{type.Name}' has no EFA interface; remove efa{Instead(type)}");
        }

        // The launch template names the interfaces, and the pool has one.
        var with = types.Where(type => type.EfaInterfaces > 0).ToList();
        if (with.FirstOrDefault(type => !EfaInterfaces.Of(type).SequenceEqual(EfaInterfaces.Of(with[0]))) is { } other)
        {
            problems.Add(at, $"'{with[0].Name}' has {with[0].EfaInterfaces} EFA interfaces, but '{other.Name}' has {other.EfaInterfaces}; one pool has one number, so make another pool");
        }

        if (spec.Zones.Count > 1)
        {
            problems.Add(at, $"EFA connects nodes of one zone, but the pool has {string.Join(", ", spec.Zones)}; name one in zones");
        }
    }

    private static string Instead(InstanceType type)
    {
        var able = InstanceCatalog.Default.All.Where(other => other.EfaInterfaces > 0 && other.Accelerator?.Name == type.Accelerator!.Name).Select(other => other.Name).ToList();
        return able.Count == 0 ? "" : $", or use one of {string.Join(", ", able)}";
    }
}
