using System.Collections.Immutable;

namespace Infra.Stacks.Promotion;

/// <summary>Which keys of a model go with it from one environment to the next, and which belong to the environment.</summary>
public static class PromotedKeys
{
    /// <summary>What the model is: its files, its server, and how that is set up. What was tried in one environment is to run in the next.</summary>
    public static ImmutableSortedSet<string> OfTheModel { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal, "runtime", "source", "size", "environment", "llm", "triton", "container", "ray", "batching", "transformer");

    /// <summary>What tells one version of a model from another: its files, its name among known models, its image.</summary>
    public static ImmutableSortedSet<string> OfTheVersion { get; } = ImmutableSortedSet.Create(StringComparer.Ordinal, "source", "llm", "container");

    /// <summary>Where and how much of it runs, who pays, who calls it, and what is promised: each environment has its own. Some of these may be asked for.</summary>
    public static ImmutableSortedSet<string> OfTheEnvironment { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        "name",
        "tenant",
        "backend",
        "huggingFaceToken",
        "environmentSecret",
        "pools",
        "gpus",
        "resources",
        "replicas",
        "autoscaling",
        "rollout",
        "verticalRecommendations",
        "zoneSpread",
        "priority",
        "objectives",
        "expose",
        "mesh",
        "predictionCache",
        "clientNamespaces");
}
