using Infra.Components.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Mesh;
using Infra.Core.Serving.Rollouts;
using Infra.Core.Tenants;
using Infra.Core.Units;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rollouts;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Tenants;

/// <summary>What a model's pods ask for at their most: with all replicas that its autoscaler may make, its candidate, and those that an update adds. A test holds it against what is rendered.</summary>
internal static class ModelDemand
{
    // What pods ask for before their server starts: the copy of the files (ModelDownload), and what operators add (Ray's wait for its head).
    private static readonly CpuQuantity _leastCpu = new(250);
    private static readonly ByteSize _leastMemory = ByteSize.FromMebibytes(256);

    // KServe's agent, which batches, and the Job that deletes the state of a head (KServeProjection, RayProjection).
    private static readonly QuotaAmounts _agent = QuotaAmounts.Of(new Dictionary<string, long> { [QuotaNames.Cpu] = 100, [QuotaNames.Memory] = ByteSize.FromMebibytes(100).Bytes });
    private static readonly QuotaAmounts _cleanup = QuotaAmounts.OfPod(new CpuQuantity(200), ByteSize.FromMebibytes(256));

    /// <summary>The demand.</summary>
    /// <param name="configured">The model as the configuration has it.</param>
    /// <param name="path">Its path.</param>
    /// <param name="ray">Options of Ray.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    public static TenantDemand Of(ModelConfig configured, string path, RayConfig ray, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        var model = ModelVariant.Main(configured);
        var candidate = ModelVariant.Largest(configured);
        var peak = RolloutPeak.Of(model.Rollout.Strategy, model.Backend, model.MostReplicas, candidate?.MostReplicas ?? 0, model.Rollout.MaxSurge);
        var replica = Replica(model, contracts);
        var tried = candidate is null ? QuotaAmounts.None : Replica(candidate, contracts);
        var alone = Alone(model, ray);
        var held = (QuotaAmounts.Most([replica, tried]) * peak.Stable) + (tried * peak.Candidate) + alone + (candidate is null ? QuotaAmounts.None : Alone(candidate, ray)) + Front(configured);
        return new TenantDemand(PoolHolder.Model, configured.Name, path, held, (replica * peak.Surplus) + Replaced(model, peak, alone, ray));
    }

    private static QuotaAmounts Replica(ModelConfig model, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        var devices = ModelDevices.Of(model, model.Pools.Select(pool => contracts[pool].DevicesPerNode));
        var device = model.Pools.Select(pool => contracts[pool].DeviceResource).FirstOrDefault(resource => resource is not null);
        var pod = Pod(model.Resources, model.Mesh is not null, device, devices);
        if (model is { Backend: ServingBackend.KServe, Batching: not null })
        {
            pod += _agent;
        }

        var transformer = model.Transformer is { } files ? Pod(files.Resources, isInMesh: false, null, 0) : QuotaAmounts.None;
        return (pod * (model.Llm?.PipelineParallel ?? 1)) + transformer;
    }

    private static QuotaAmounts Pod(ModelResourcesConfig resources, bool isInMesh, string? device, int devices) => QuotaAmounts.OfPod(
        new CpuQuantity(Math.Max(resources.Cpu.Millicores + (isInMesh ? IstioSidecar.Cpu.Millicores : 0), _leastCpu.Millicores)),
        new ByteSize(Math.Max(resources.Memory.Bytes + (isInMesh ? IstioSidecar.Memory.Bytes : 0), _leastMemory.Bytes)),
        device,
        devices);

    // What there is one of, however many replicas there are.
    private static QuotaAmounts Alone(ModelConfig model, RayConfig ray)
    {
        if (model.Backend != ServingBackend.Ray)
        {
            return QuotaAmounts.None;
        }

        var head = RayHead.Footprint(model.Name, ray.Head.Resources.Cpu, ray.Head.Resources.Memory, model.Autoscaling is not null);
        return QuotaAmounts.OfPod(head.Cpu, head.Memory);
    }

    // A second cluster has a head, too, and where a model has no replica its transformer still is one pod.
    private static QuotaAmounts Replaced(ModelConfig model, RolloutPeak peak, QuotaAmounts alone, RayConfig ray) => model.Backend switch
    {
        ServingBackend.Ray => (peak.Surplus > 0 ? alone : QuotaAmounts.None) + (ray.Redis is null ? QuotaAmounts.None : _cleanup),
        ServingBackend.KServe when model.Transformer is { } transformer && peak.Stable == 0 => Pod(transformer.Resources, isInMesh: false, null, 0),
        _ => QuotaAmounts.None,
    };

    // Caches and pickers have a pod more while they are updated, and keep it here.
    private static QuotaAmounts Front(ModelConfig model)
    {
        var cache = model.PredictionCache is { } kept ? ControllerFootprints.PredictionCache(model.Name, kept.Replicas, kept.MaxSize) : null;
        var picker = model.Expose?.InferencePool;
        return (cache is null ? QuotaAmounts.None : QuotaAmounts.OfPod(cache.Cpu, cache.Memory) * (cache.Replicas + ((cache.Replicas + 3) / 4)))
            + (picker is null ? QuotaAmounts.None : QuotaAmounts.OfPod(picker.Cpu, picker.Memory) * 2);
    }
}
