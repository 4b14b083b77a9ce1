using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.Rollouts;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Rollouts;

/// <summary>
/// A model as the cluster gets it. A rollout that tries something makes two of one: the stable model and the candidate, each a whole model with objects of its own. All others make one, which is the
/// model that the configuration would describe without a rollout.
/// </summary>
/// <param name="Model">The model, under the name of its objects.</param>
/// <param name="Path">Where the configuration has what is its own.</param>
/// <param name="Weight">Percent of the requests that it gets.</param>
/// <param name="Stable">Name of the stable model, for a candidate; null for all others.</param>
internal sealed record ModelVariant(ModelConfig Model, string Path, int Weight, string? Stable)
{
    /// <summary>The variants of all models: of each the candidate first, so that it serves before it is called.</summary>
    /// <param name="models">The models of the configuration.</param>
    public static ImmutableArray<ModelVariant> Of(IReadOnlyList<ModelConfig> models) => [.. models.SelectMany((model, i) => Of(model, PlatformRules.At("models", i)))];

    /// <summary>The variants of one model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">Its path.</param>
    public static IEnumerable<ModelVariant> Of(ModelConfig model, string path)
    {
        var rollout = model.Rollout;
        if (rollout.HasBoth)
        {
            yield return new ModelVariant(Candidate(model, rollout.Strategy == RolloutStrategy.BlueGreen ? 100 : rollout.CandidateWeight), CandidatePath(path), rollout.CandidateWeight, model.Name);
            yield return new ModelVariant(model with { SharedName = model.Name }, path, 100 - rollout.CandidateWeight, null);
        }
        else if (rollout is { Strategy: RolloutStrategy.Canary, Candidate: { } promoted, Weight: 100 })
        {
            yield return new ModelVariant(promoted.Of(model), path, 100, null);
        }
        else
        {
            yield return new ModelVariant(model, path, 100, null);
        }
    }

    /// <summary>The model itself, without a candidate beside it: what was tried, at the end of a canary.</summary>
    /// <param name="model">The model as the configuration has it.</param>
    public static ModelConfig Main(ModelConfig model) => Of(model, "").Single(variant => variant.Stable is null).Model;

    /// <summary>The candidate as it is at its largest, for whoever counts what it needs beside the stable model; null where both don't run.</summary>
    /// <param name="model">The model.</param>
    public static ModelConfig? Largest(ModelConfig model) => model.Rollout.HasBoth ? Candidate(model, model.Rollout.LargestWeight) : null;

    /// <summary>What the configuration tries, whether it runs by now or not; null where it tries nothing.</summary>
    /// <param name="model">The model.</param>
    public static ModelConfig? Tried(ModelConfig model) => model.Rollout switch
    {
        { Candidate: null } => null,
        { Candidate: { } promoted, Strategy: RolloutStrategy.Canary, Weight: 100 } => promoted.Of(model),
        var rollout => Candidate(model, rollout.LargestWeight),
    };

    /// <summary>Path of what a candidate has of its own.</summary>
    /// <param name="path">Path of its model.</param>
    public static string CandidatePath(string path) => ConfigPath.Key(ConfigPath.Key(path, "rollout"), "candidate");

    private static ModelConfig Candidate(ModelConfig model, int weight)
    {
        var candidate = model.Rollout.Candidate!;
        var scaled = candidate.Replicas is null && model.Autoscaling is { } autoscaling ? Scaled(autoscaling, weight) : null;
        return candidate.Of(model) with
        {
            Name = ModelNames.Candidate(model.Name),
            SharedName = model.Name,
            Autoscaling = scaled,
            Replicas = scaled is null ? candidate.Replicas ?? CandidateShare.Of(model.Autoscaling?.Min ?? model.Replicas ?? 1, weight) : null,
        };
    }

    // Null where nothing is left that would change the number.
    private static AutoscalingConfig? Scaled(AutoscalingConfig model, int weight)
    {
        var min = CandidateShare.Of(model.Min, weight);
        // A candidate sleeps only when the model does: its share of the requests has nobody else.
        var outside = model.OfficeHours is { Outside: > 0 and var least } ? CandidateShare.Of(least, weight) : 0;
        var scaled = model with
        {
            Min = min,
            Max = CandidateShare.Of(model.Max, weight),
            Fallback = model.Fallback is { } fallback ? fallback with { Replicas = CandidateShare.Of(fallback.Replicas, weight) } : null,
            OfficeHours = model.OfficeHours is { } hours && outside < min ? hours with { Outside = outside } : null,
        };
        return scaled.ToSpec() is { OfficeHours: null } spec && !spec.Metrics.Any() && spec.Activation is null ? null : scaled;
    }
}
