using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Reminds of instance types whose end is near or past, in a pool that says it means them.</summary>
internal static class LegacyTypes
{
    public static void Warn(PoolConfig pool, Resource resource)
    {
        foreach (var name in pool.InstanceTypes)
        {
            if (InstanceCatalog.Default.TryGet(name, out var type) && type.Lifecycle.Status != LifecycleStatus.Current)
            {
                Log.Warn(Message(type, pool), resource);
            }
        }
    }

    private static string Message(InstanceType type, PoolConfig pool)
    {
        // A newer AMI may come with a driver that leaves such GPUs out.
        var pin = type.Accelerator?.Model.EndOfSupport is not null && pool.AmiReleaseVersion is null ? "; pin amiReleaseVersion, so that no newer driver arrives unasked" : "";
        return $"{LegacyRules.Describe(type)}; use {string.Join(" or ", type.Lifecycle.Replacements)} instead{pin}";
    }
}
