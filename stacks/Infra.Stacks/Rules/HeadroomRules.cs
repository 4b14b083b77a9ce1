using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Every place that a pool holds ready fits its nodes. One that doesn't would hold nothing, and wait for a node for ever.</summary>
internal static class HeadroomRules
{
    public static void Check(string path, PoolConfig config, CheckedPool pool, ConfigProblems problems)
    {
        if (config.Headroom is not { } headroom || problems.Cover(path))
        {
            return;
        }

        var at = ConfigPath.Key(path, "headroom");
        // Without accelerators a place asks for none.
        var devices = pool.GpusPerNode > 0 ? headroom.Devices : 0;
        if (devices > pool.GpusPerPod)
        {
            problems.Add(ConfigPath.Key(at, "devices"), $"{devices} in one place, but the pool shares its GPUs, and the device plugin refuses more than one to a pod; use 1, and more replicas");
            return;
        }

        var before = problems.Count;
        foreach (var type in pool.InstanceTypes)
        {
            foreach (var (key, lack) in Lacks(type, devices, headroom, pool.Sharing))
            {
                problems.Add(ConfigPath.Key(at, key), $"a place would never fit {type.Name}: {lack}; the pool may launch it, so the place could hold nothing");
            }
        }

        if (pool.IsExisting && devices > pool.GpusPerNode)
        {
            problems.Add(ConfigPath.Key(at, "devices"), $"{devices} in one place, but a node of the pool has {pool.GpusPerNode}");
        }

        if (problems.Count == before && devices > 0 && pool.Nodes is { } nodes && headroom.Replicas > nodes * (pool.GpusPerNode / devices))
        {
            problems.Add(
                ConfigPath.Key(at, "replicas"),
                $"{Counted.Of(headroom.Replicas, "place")} of {Counted.Of(devices, "device")}, but the pool can hold {nodes * (pool.GpusPerNode / devices)}; raise its capacity (max counts only with {pool.GrowsWith}) or hold fewer");
        }
    }

    // Against what the kubelet leaves to pods; daemon sets take a little more.
    private static IEnumerable<(string Key, string Lack)> Lacks(InstanceType type, int devices, HeadroomConfig headroom, GpuSharing sharing)
    {
        var has = AdvertisedDevice.OfAny([type], sharing)[0].Count;
        if (has < devices)
        {
            yield return ("devices", $"{Counted.Of(devices, "device")} asked for, it has {has}");
        }

        if (type.Allocatable.Cpu < headroom.Cpu)
        {
            yield return ("cpu", $"{headroom.Cpu} asked for, {type.Allocatable.Cpu} allocatable");
        }

        if (type.Allocatable.Memory < headroom.Memory)
        {
            yield return ("memory", $"{headroom.Memory} asked for, {type.Allocatable.Memory} allocatable");
        }
    }
}
