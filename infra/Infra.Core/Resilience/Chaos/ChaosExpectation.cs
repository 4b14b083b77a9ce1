using System.Collections.Immutable;

namespace Infra.Core.Resilience.Chaos;

/// <summary>What should happen in an experiment, and who should say so; it stands on the experiment itself, where those who run it read it.</summary>
/// <param name="Text">What should happen.</param>
/// <param name="Alert">The alert that should fire where it doesn't, or where it lasts.</param>
public sealed record ChaosExpectation(string Text, string Alert)
{
    private static readonly ImmutableDictionary<ChaosKind, ChaosExpectation> _all = new Dictionary<ChaosKind, ChaosExpectation>
    {
        [ChaosKind.KillPod] = new(
            "With two replicas callers notice nothing but requests that were in work on the pod: it leaves the Service, another takes its place within a cold start. With one replica the model is away for that time.",
            "InferenceUnavailable"),
        [ChaosKind.LoseNodes] = new(
            "A model whose replicas are spread over zones serves on with the others; the killed ones come back where there is room, or wait for a node.",
            "ModelPodsPending"),
        [ChaosKind.SlowStorage] = new(
            "A model that has its weights in memory answers as before; one that reads while it serves is slower, and its autoscaler adds replicas. A pod that starts meanwhile takes longer, and is not restarted for it.",
            "InferenceSlow"),
        [ChaosKind.CutZone] = new(
            "Pods in the zone stop being ready and get no more requests; the other zones answer all. When it ends the pods are ready again, without a restart.",
            "ModelPodNotReady"),
    }.ToImmutableDictionary();

    /// <summary>The expectation of a kind.</summary>
    public static ChaosExpectation Of(ChaosKind kind) => _all[kind];
}
