using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>Every pod of a batch or a training fits every node that it may be put on.</summary>
internal static class JobFitRules
{
    public static void Check(ConfiguredJob job, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        if (problems.Cover(job.At("gpus")) || problems.Cover(job.At("resources")))
        {
            return;
        }

        if (job.Pod.SharedMemory is { } shared && shared >= job.Pod.Resources.Memory)
        {
            problems.Add(
                job.At("sharedMemory"),
                $"{shared} is not less than the pod's memory, {job.Pod.Resources.Memory}, of which it is a part; the kernel would kill the pod before it is full");
        }

        var known = job.Pod.Pools.Where(pools.ContainsKey).Select(name => pools[name]).ToList();
        if (job.Pod.Gpus is null && known.Any(pool => pool.GpusPerNode > 0) && known.Any(pool => pool.GpusPerNode == 0))
        {
            problems.Add(job.At("gpus"), "missing; only some of its pools have GPUs, so say how many a pod needs");
            return;
        }

        var gpus = job.Devices(known.Select(pool => pool.GpusPerNode));
        for (var i = 0; i < job.Pod.Pools.Length; i++)
        {
            if (pools.TryGetValue(job.Pod.Pools[i], out var pool))
            {
                CheckPool(ConfigPath.Index(job.At("pools"), i), job.Pod, gpus, pool, problems);
            }
        }
    }

    private static void CheckPool(string path, JobPodConfig pod, int gpus, CheckedPool pool, ConfigProblems problems)
    {
        if (pool.IsExisting && gpus > pool.GpusPerNode)
        {
            var has = pool.GpusPerNode == 0 ? "none" : $"{pool.GpusPerNode} per node";
            problems.Add(path, $"a pod asks for {Gpus(gpus)}, but this pool has {has}; name a pool that has them or change gpus");
            return;
        }

        if (gpus > pool.GpusPerPod)
        {
            problems.Add(path, $"a pod asks for {Gpus(gpus)}, but this pool shares its GPUs, and two shares may be of one GPU; the device plugin refuses more than one; use a pool of whole GPUs");
            return;
        }

        foreach (var type in pool.InstanceTypes)
        {
            foreach (var lack in Lacks(type, pod, gpus, pool.Sharing))
            {
                problems.Add(path, $"a pod would never fit {type.Name}: {lack}; the pool may launch it, so the pod could stay Pending");
            }
        }

        if (pool.Volume is { } volume && pod.Scratch > KubeletReservation.AllocatableStorage(volume))
        {
            problems.Add(
                path,
                $"a pod would never fit: {pod.Scratch} of disk asked for, {KubeletReservation.AllocatableStorage(volume)} allocatable of the pool's {pool.VolumeWords.Name} {volume}; "
                + $"{pool.VolumeWords.Remedy} or ask for less scratch");
        }
    }

    // Against what the kubelet leaves to pods; daemon sets take a little more.
    private static IEnumerable<string> Lacks(InstanceType type, JobPodConfig pod, int gpus, GpuSharing sharing)
    {
        if (!pod.Architectures.Contains(type.Architecture))
        {
            yield return $"it is {type.Architecture.ToKubernetes()}, and the image is for {string.Join(", ", pod.Architectures.Select(architecture => architecture.ToKubernetes()))}";
        }

        var has = AdvertisedDevice.OfAny([type], sharing)[0].Count;
        if (has < gpus)
        {
            yield return $"{Gpus(gpus)} asked for, it has {has}";
        }

        if (type.Allocatable.Cpu < pod.Resources.Cpu)
        {
            yield return $"cpu {pod.Resources.Cpu} asked for, {type.Allocatable.Cpu} allocatable";
        }

        if (type.Allocatable.Memory < pod.Resources.Memory)
        {
            yield return $"memory {pod.Resources.Memory} asked for, {type.Allocatable.Memory} allocatable";
        }
    }

    private static string Gpus(int count) => Counted.Of(count, "GPU");
}
