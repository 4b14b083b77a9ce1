using Infra.Core.Catalog;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Warns of instance types whose end is near or past; the catalogue says which, why, and what to use instead.</summary>
internal static class LegacyTypes
{
    public static void Warn(PoolConfig pool, Resource resource)
    {
        foreach (var name in pool.InstanceTypes)
        {
            if (InstanceCatalog.Default.TryGet(name, out var type) && type.Lifecycle.Status != LifecycleStatus.Current)
            {
                Log.Warn(Message(type), resource);
            }
        }
    }

    private static string Message(InstanceType type)
    {
        var status = type.Lifecycle.Status == LifecycleStatus.Retired ? "retired" : "a legacy type";
        return $"{type.Name} is {status}: {type.Lifecycle.Reason}; use {string.Join(" or ", type.Lifecycle.Replacements)} instead";
    }
}
