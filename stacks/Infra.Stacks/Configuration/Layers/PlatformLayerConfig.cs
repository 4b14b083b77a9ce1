using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>A stack of its own for models, so that teams don't wait for each other's updates (docs/layers.md): exactly one of the two.</summary>
public sealed record PlatformLayerConfig : IConfigRules
{
    /// <summary>The stack that has cluster, pools and operators, whole: <c>organization/gpu-inference/prod</c>. This one has models only.</summary>
    [Matches("[^/]+/[^/]+/[^/]+", "the whole name of a stack: organization/project/stack")]
    public string? Stack { get; init; }

    /// <summary>What this stack installs for stacks of models, whether a model of its own needs it or not.</summary>
    public ImmutableArray<SharedPart> Offers { get; init; } = [];

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Stack is not null == !Offers.IsEmpty)
        {
            problems.Add(path, $"has {(Stack is null ? "neither stack nor offers" : "stack and offers")}; say stack where models stand on another stack's platform, or offers where others' models stand on this one");
        }
    }
}

/// <summary>What a cluster has once, and models of several stacks use.</summary>
public enum SharedPart
{
    /// <summary>KEDA, for models that are scaled by it.</summary>
    [WireName("keda")]
    Keda,

    /// <summary>KServe.</summary>
    [WireName("kserve")]
    KServe,

    /// <summary>KServe with its controller of language models.</summary>
    [WireName("llmInferenceService")]
    LlmInferenceService,

    /// <summary>KubeRay.</summary>
    [WireName("ray")]
    Ray,

    /// <summary>LeaderWorkerSet.</summary>
    [WireName("leaderWorkerSet")]
    LeaderWorkerSet,

    /// <summary>Priority classes, for <c>priority: critical</c> and <c>spot</c>.</summary>
    [WireName("priorities")]
    Priorities,

    /// <summary>The recommender of CPU and memory.</summary>
    [WireName("verticalRecommender")]
    VerticalRecommender,
}
