using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Who advertises GPUs: what excludes what.</summary>
internal static class AcceleratorRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("accelerators");
        var accelerators = settings.Accelerators;
        if (accelerators.Nvidia == NvidiaSoftware.GpuOperator)
        {
            Refuse(accelerators.DcgmExporter, ConfigPath.Key(path, "dcgmExporter"), "DCGM exporter", problems);
            Refuse(accelerators.FeatureDiscovery, ConfigPath.Key(path, "featureDiscovery"), "GPU feature discovery", problems);
            CheckMigStrategies(settings, problems);
        }

        if (settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode && accelerators.Nvidia is not null)
        {
            problems.Add(ConfigPath.Key(path, "nvidia"), "EKS Auto Mode brings driver and device plugin on its nodes, and a second one would advertise every GPU twice; remove this key");
        }

        for (var i = 0; i < settings.Pools.Length; i++)
        {
            CheckPool(PlatformRules.At("pools", i), settings.Pools[i], settings, problems);
        }
    }

    private static void Refuse(bool isAskedFor, string path, string what, ConfigProblems problems)
    {
        if (isAskedFor)
        {
            problems.Add(path, $"the GPU operator brings the {what} itself, and both can't run on one node; remove this key, or use accelerators.nvidia: devicePlugin");
        }
    }

    // A managed pool only: nodes that exist already may have been cut by somebody else.
    private static void CheckPool(string path, PoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        var accelerators = settings.Accelerators;
        var image = PoolSpecs.Of(pool, settings).AmiTypeName;
        if (pool.ExistingNodes is not null)
        {
            return;
        }

        var bringsPlugin = AmiTypes.TryGet(image, out var ami) && ami.DevicePlugin == DevicePluginNeed.BroughtByImage;
        if (bringsPlugin && accelerators.Nvidia is { } software)
        {
            var name = software == NvidiaSoftware.GpuOperator ? "GPU operator" : "device plugin";
            problems.Add(
                ConfigPath.Key(path, "amiType"),
                $"'{image}' brings a device plugin, which excludes the {name} of accelerators.nvidia; remove that key, or use an AL2023 NVIDIA image");
        }

        if (pool.Sharing?.Mig is not null && !problems.Cover(ConfigPath.Key(path, "sharing")) && accelerators.Nvidia != NvidiaSoftware.GpuOperator)
        {
            problems.Add(
                ConfigPath.Key(ConfigPath.Key(path, "sharing"), "mig"),
                "NVIDIA's device plugin advertises pieces of a GPU, but doesn't cut them; set accelerators.nvidia: gpuOperator, whose MIG manager does");
        }
    }

    private static void CheckMigStrategies(PlatformSettings settings, ConfigProblems problems)
    {
        MigStrategy? first = null;
        for (var i = 0; i < settings.Pools.Length; i++)
        {
            if (settings.Pools[i].Sharing?.Mig is not { } mig)
            {
                continue;
            }

            first ??= mig.Strategy;
            if (mig.Strategy != first)
            {
                problems.Add(
                    ConfigPath.Key(ConfigPath.Key(ConfigPath.Key(PlatformRules.At("pools", i), "sharing"), "mig"), "strategy"),
                    "the GPU operator has one strategy for the cluster, and a pool before this one has the other; use the same for all pools");
            }
        }
    }
}
