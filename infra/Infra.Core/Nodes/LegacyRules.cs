using Infra.Core.Catalog;
using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>Instance types whose end is near or past need a word that somebody means it.</summary>
public static class LegacyRules
{
    /// <summary>Adds a problem for every legacy type of a pool that doesn't say it is one.</summary>
    /// <param name="path">Path of the pool.</param>
    /// <param name="types">Its instance types, in the order of its <c>instanceTypes</c>.</param>
    /// <param name="isLegacyPool">The pool's <c>legacy</c>.</param>
    /// <param name="problems">Where the problems go.</param>
    public static void Check(string path, IReadOnlyList<InstanceType> types, bool isLegacyPool, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(types);
        ArgumentNullException.ThrowIfNull(problems);
        for (var i = 0; i < types.Count; i++)
        {
            if (!isLegacyPool && types[i].Lifecycle.Status != LifecycleStatus.Current)
            {
                problems.Add(
                    ConfigPath.Index(ConfigPath.Key(path, "instanceTypes"), i),
                    $"{Describe(types[i])}; use {string.Join(" or ", types[i].Lifecycle.Replacements)}, or set legacy: true on the pool if you can still get it");
            }
        }
    }

    /// <summary>What is to be known about a type that is not current, as a clause for a message.</summary>
    /// <param name="type">A legacy or retired type.</param>
    public static string Describe(InstanceType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var status = type.Lifecycle.Status == LifecycleStatus.Retired ? "retired" : "a legacy type";
        var end = type.Accelerator?.Model.EndOfSupport is { } known ? $"; {known}" : "";
        return $"'{type.Name}' is {status}: {type.Lifecycle.Reason}{end}";
    }
}
