using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Rollouts;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Rollouts;

/// <summary>GPUs of a model while it is rolled out, at the moment when it has most.</summary>
internal sealed record RolloutGpus
{
    /// <summary>GPUs of the stable model, at the end of a rollout too, when it becomes what was tried while the candidate still serves.</summary>
    public required int Stable { get; init; }

    /// <summary>GPUs of the candidate; 0 without one.</summary>
    public required int Candidate { get; init; }

    /// <summary>Further GPUs until replaced pods have gone.</summary>
    public required int Surplus { get; init; }

    /// <summary>GPUs of one pod of the stable model.</summary>
    public required int PerPod { get; init; }

    /// <summary>GPUs of one pod of the candidate; null without one.</summary>
    public required int? PerCandidatePod { get; init; }

    /// <summary>GPUs of the model as it is, without anything that is tried or replaced.</summary>
    public required int AsItIs { get; init; }

    /// <summary>GPUs without which a rolling update doesn't begin, beside <see cref="AsItIs"/>.</summary>
    public required int Spare { get; init; }

    /// <summary>All of them.</summary>
    public int Total => Stable + Candidate + Surplus;

    /// <summary>The GPUs of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pools">All pools by name.</param>
    public static RolloutGpus Of(ModelConfig model, IReadOnlyDictionary<string, CheckedPool> pools)
    {
        var candidate = ModelVariant.Largest(model);
        var peak = RolloutPeak.Of(model.Rollout.Strategy, model.Backend, model.MostReplicas, candidate?.MostReplicas ?? 0, model.Rollout.MaxSurge);
        var (ofPod, ofReplica) = Each(model, pools);
        var (ofCandidatePod, ofCandidate) = candidate is null ? default : Each(candidate, pools);
        return new RolloutGpus
        {
            Stable = peak.Stable * Math.Max(ofReplica, ofCandidate),
            Candidate = peak.Candidate * ofCandidate,
            Surplus = peak.Surplus * ofReplica,
            PerPod = ofPod,
            PerCandidatePod = candidate is null ? null : ofCandidatePod,
            AsItIs = peak.Stable * ofReplica,
            Spare = BackendUpdates.Spare(model.Backend, peak.Stable) * ofReplica,
        };
    }

    private static (int OfPod, int OfReplica) Each(ModelConfig model, IReadOnlyDictionary<string, CheckedPool> pools)
    {
        var pod = ModelDevices.Of(model, model.Pools.Select(pool => pools[pool].GpusPerNode));
        return (pod, pod * (model.Llm?.PipelineParallel ?? 1));
    }
}
