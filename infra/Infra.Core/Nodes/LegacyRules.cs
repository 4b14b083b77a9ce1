using Infra.Core.Catalog;

namespace Infra.Core.Nodes;

/// <summary>Instance types whose end is near or past need a word that somebody means it.</summary>
public static class LegacyRules
{
    /// <summary>The complaint about a type in a pool that doesn't say <c>legacy: true</c>; null for current types.</summary>
    /// <param name="type">An instance type.</param>
    public static string? Problem(InstanceType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Lifecycle.Status == LifecycleStatus.Current
            ? null
            : $"{Describe(type)}; use {string.Join(" or ", type.Lifecycle.Replacements)}, or set legacy: true on the pool if you can still get it";
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
