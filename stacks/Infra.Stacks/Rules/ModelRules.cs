using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Mesh;
using Infra.Core.Serving.Traffic;
using Infra.Core.Units;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of one model: what it refers to exists, and every replica fits the nodes that it may be put on.</summary>
internal static class ModelRules
{
    public static void CheckReferences(string path, ModelConfig model, KnownNames pools, KnownNames buckets, ConfigProblems problems)
    {
        if (model.ParsedSource is ModelSource.S3 s3)
        {
            buckets.Check(ConfigPath.Key(path, "source"), s3.Bucket, problems);
        }

        if (model.Transformer?.ParsedSource is ModelSource.S3 files)
        {
            buckets.Check(ConfigPath.Key(ConfigPath.Key(path, "transformer"), "source"), files.Bucket, problems);
        }

        for (var i = 0; i < model.Pools.Length; i++)
        {
            pools.Check(PoolPath(path, i), model.Pools[i], problems);
            if (model.Pools.Take(i).Contains(model.Pools[i]) && !problems.Cover(PoolPath(path, i)))
            {
                problems.Add(PoolPath(path, i), $"'{model.Pools[i]}' is listed already; name a pool once");
            }
        }
    }

    public static void CheckFit(string path, ModelConfig model, IReadOnlyDictionary<string, CheckedPool> pools, string region, ConfigProblems problems)
    {
        if (problems.Cover(ConfigPath.Key(path, "runtime")) || problems.Cover(ConfigPath.Key(path, "backend")))
        {
            return;
        }

        if (problems.Cover(ConfigPath.Key(path, "gpus")) || problems.Cover(ConfigPath.Key(path, "resources")) || problems.Cover(ConfigPath.Key(path, "size")))
        {
            return;
        }

        var known = model.Pools.Where(pools.ContainsKey).Select(name => pools[name]).ToList();
        if (model.Gpus is null && known.Any(pool => pool.GpusPerNode > 0) && known.Any(pool => pool.GpusPerNode == 0))
        {
            problems.Add(ConfigPath.Key(path, "gpus"), "missing; only some of the model's pools have GPUs, so say how many a replica needs");
            return;
        }

        var gpus = ModelDevices.Of(model, known.Select(pool => pool.GpusPerNode));
        var types = known.SelectMany(pool => pool.InstanceTypes).ToList();
        CheckServing(path, model, gpus, types, problems);
        LlmRules.Check(path, model, known, region, problems);
        var runtime = ModelRequests.Runtime(model, gpus, types);
        if (runtime is null)
        {
            return;
        }

        RuntimeRules.CheckEnvironment(ConfigPath.Key(path, "environment"), runtime, model.Environment.Keys, model.HuggingFaceToken is not null, problems);
        if (model.Expose is { } expose && !problems.Cover(ConfigPath.Key(path, "expose")))
        {
            ExposeRequest.CheckPath(ConfigPath.Key(path, "expose"), new PublicPath(expose.Path, expose.Rewrite), runtime, expose.GrpcHost is not null, model.Transformer is not null, problems);
        }

        RuntimeRules.CheckMemory(ConfigPath.Key(ConfigPath.Key(path, "resources"), "memory"), runtime, model.Resources.Memory, problems);
        for (var i = 0; i < model.Pools.Length; i++)
        {
            if (pools.TryGetValue(model.Pools[i], out var pool))
            {
                CheckReplica(PoolPath(path, i), model, gpus, pool, runtime, problems);
            }
        }

        if (known.Count > 0 && known.Count == model.Pools.Length && !problems.Cover(ConfigPath.Key(path, "autoscaling")) && !problems.Cover(ConfigPath.Key(path, "replicas")))
        {
            CheckReplicas(path, model, gpus, known, problems);
        }
    }

    private static string PoolPath(string path, int index) => ConfigPath.Index(ConfigPath.Key(path, "pools"), index);

    private static string Gpus(int count) => Counted.Of(count, "GPU");

    // What runtime and backend can't do, in the words of the component.
    private static void CheckServing(string path, ModelConfig model, int gpus, IReadOnlyList<InstanceType> types, ConfigProblems problems)
    {
        var request = ModelRequests.Of(model, gpus, types);
        // A key that is misspelt explains what is missing.
        if (!problems.Cover(path))
        {
            RuntimeRules.Check(path, model.Runtime, request, ModelSource.KindOf(model.ParsedSource), problems);
        }

        BackendSupport.Check(
            path,
            model.Backend,
            BackendFeature.Of(
                model.Runtime,
                request,
                hasTransformer: model.Transformer is not null,
                model.Autoscaling?.ToSpec(),
                hasNoReplica: model.Replicas == 0,
                hasRecommendations: model.VerticalRecommendations,
                hasMesh: model.Mesh is not null,
                hasInferencePool: model.Expose?.InferencePool is not null),
            problems);
        if (model.Expose?.InferencePool is not null && !problems.Cover(ConfigPath.Key(path, "expose")))
        {
            InferencePoolRules.Check(
                ConfigPath.Key(path, "expose"), model.Runtime, request, model.Mesh is not null, isAlone: !model.Rollout.HasBoth && model.PredictionCache is null, problems);
        }
    }

    private static void CheckReplica(string path, ModelConfig model, int gpus, CheckedPool pool, RuntimeSpec runtime, ConfigProblems problems)
    {
        if (pool.IsExisting && gpus > pool.GpusPerNode)
        {
            var has = pool.GpusPerNode == 0 ? "none" : $"{pool.GpusPerNode} per node";
            problems.Add(path, $"the model asks for {Gpus(gpus)}, but this pool has {has}; name a pool that has them or change gpus");
            return;
        }

        if (pool.IsExisting && gpus > 0 && pool.Vendor != DeviceVendor.Nvidia)
        {
            problems.Add(path, $"the model asks for {Gpus(gpus)}, but this pool has {pool.Vendor.Name()}, which the runtime's image has no support for; name a pool of NVIDIA GPUs");
            return;
        }

        if (gpus > pool.GpusPerPod)
        {
            problems.Add(path, $"the model asks for {Gpus(gpus)}, but this pool shares its GPUs, and two shares may be of one GPU; the device plugin refuses more than one; use a pool of whole GPUs");
            return;
        }

        foreach (var type in pool.InstanceTypes)
        {
            foreach (var lack in Lacks(type, gpus, model, runtime, pool.Sharing))
            {
                problems.Add(path, $"a replica would never fit {type.Name}: {lack}; the pool may launch it, so the pod could stay Pending");
            }
        }

        var storage = ModelRequests.Disk(model, runtime, pool.CachedModels.Contains(model.Name));
        var images = NodeStorage.ForImages(ModelRequests.Images(model, runtime));
        if (pool.Volume is { } volume && storage > KubeletReservation.AllocatableStorage(volume))
        {
            problems.Add(
                path,
                $"a replica would never fit: {storage} of disk asked for, {KubeletReservation.AllocatableStorage(volume)} allocatable of the pool's {pool.VolumeWords.Name} {volume}; "
                + $"{pool.VolumeWords.Remedy} or correct the model's size");
        }
        else if (pool.Volume is { } whole && storage.Bytes + images.Bytes > KubeletReservation.AllocatableStorage(whole).Bytes)
        {
            // Nobody counts images when a pod is put on a node, but the kubelet evicts pods when its disk runs full.
            problems.Add(
                path,
                $"a replica would be evicted: {storage} of disk asked for, and about {images.Bytes >> 20}Mi for its image while it is unpacked, are more than the "
                + $"{KubeletReservation.AllocatableStorage(whole)} allocatable of the pool's {pool.VolumeWords.Name} {whole}; {pool.VolumeWords.Remedy} or correct the model's size");
        }
    }

    // Only what is certain: more replicas than all nodes of all of the model's pools can hold. Several models on one pool
    // are counted by PlatformRules.
    private static void CheckReplicas(string path, ModelConfig model, int gpus, List<CheckedPool> pools, ConfigProblems problems)
    {
        var (replicas, key) = model.Autoscaling is { } autoscaling ? (autoscaling.Max, "autoscaling.max") : (model.Replicas ?? 1, "replicas");
        if (gpus == 0 || pools.Any(pool => pool.Nodes is null) || pools.All(pool => pool.GpusPerNode < gpus))
        {
            return;
        }

        var room = pools.Sum(pool => pool.Nodes!.Value * (pool.GpusPerNode / gpus));
        var pods = model.Llm?.PipelineParallel ?? 1;
        if (pods > 1 && pods > room)
        {
            problems.Add(
                $"{path}.llm.pipelineParallel",
                $"a replica has {pods} pods with {Gpus(gpus)} each, but the model's pools can hold {room}; raise the pools' capacity (max counts only with {pools[0].GrowsWith}) or ask for fewer nodes");
        }
        else if (replicas * pods > room)
        {
            problems.Add(
                $"{path}.{key}",
                $"{Counted.Of(replicas, "replica")} of {(pods == 1 ? "" : $"{pods} pods with ")}{Gpus(gpus)} each, but the model's pools can hold {room}; "
                + $"raise the pools' capacity (max counts only with {pools[0].GrowsWith}) or ask for fewer");
        }
    }

    // Against what the kubelet leaves to pods; daemon sets take a little more.
    private static IEnumerable<string> Lacks(InstanceType type, int gpus, ModelConfig model, RuntimeSpec runtime, GpuSharing sharing)
    {
        if (gpus > 0 && type.Accelerator!.Manufacturer != "nvidia")
        {
            yield return $"the runtime's image has no support for its {type.Accelerator.Name} devices";
        }

        if (!runtime.Architectures.Contains(type.Architecture))
        {
            yield return "the runtime's image is not published for its CPU architecture";
        }

        var has = AdvertisedDevice.OfAny([type], sharing)[0].Count;
        if (has < gpus)
        {
            yield return $"{Gpus(gpus)} asked for, it has {has}";
        }

        var (cpu, memory, proxy) = model.Mesh is null
            ? (model.Resources.Cpu, model.Resources.Memory, "")
            : (new CpuQuantity(model.Resources.Cpu.Millicores + IstioSidecar.Cpu.Millicores), new ByteSize(model.Resources.Memory.Bytes + IstioSidecar.Memory.Bytes), " with Istio's proxy");
        if (type.Allocatable.Cpu < cpu)
        {
            yield return $"cpu {cpu} asked for{proxy}, {type.Allocatable.Cpu} allocatable";
        }

        if (type.Allocatable.Memory < memory)
        {
            yield return $"memory {memory} asked for{proxy}, {type.Allocatable.Memory} allocatable";
        }
    }
}
