using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Rollouts;
using Infra.Core.Serving.Traffic;

namespace Infra.Components.Serving;

/// <summary>Finds what is wrong with how a model is rolled out.</summary>
internal static class RolloutCheck
{
    /// <summary>Adds the problems of the arguments by themselves.</summary>
    /// <param name="path">Path of the component.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Run(string path, InferenceServiceArgs args, ConfigProblems problems)
    {
        args.Rollout?.Check($"{path}.rollout", problems);
        if (args.SharedName is { } shared && NameRules.ServiceName.Problem(shared) is { } problem)
        {
            problems.Add($"{path}.sharedName", problem);
        }

        CheckWay($"{path}.expose", args, problems);
        if (args.Shares is not { } shares)
        {
            return;
        }

        if (args.SharedName is null)
        {
            problems.Add($"{path}.shares", "nobody else answers for the model; set sharedName to the name by which callers know all of them");
        }

        if (shares.Count > 0 && (shares.Any(share => share.Weight < 0) || shares.Sum(share => share.Weight) != 100))
        {
            problems.Add($"{path}.shares", $"the weights are {string.Join(", ", shares.Select(share => share.Weight))}; allowed are 0 or more that add up to 100");
        }
    }

    // One Service of several is nothing special.
    private static void CheckWay(string path, InferenceServiceArgs args, ConfigProblems problems)
    {
        if (args is { Shares.Count: > 1, Expose: { } expose } && ExposeVias.Find(expose.Via) is { } via)
        {
            ExposeSupport.Check(path, via, [ExposeFeature.Shares], problems);
        }

        if (args is { Shares.Count: > 0, Expose.Front: not null })
        {
            problems.Add($"{path}.front", "gets every request, so that the shares of stable model and candidate would mean nothing; remove one of the two");
        }
    }

    /// <summary>Adds the problems of a comparison with another model.</summary>
    /// <param name="path">Path of the comparison.</param>
    /// <param name="args">The component's arguments.</param>
    /// <param name="runtime">The model's server.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckAnalysis(string path, InferenceServiceArgs args, RuntimeSpec runtime, ConfigProblems problems)
    {
        if (args.Analysis is null)
        {
            return;
        }

        if (args.Monitoring is null)
        {
            problems.Add(path, "it is an alert of Prometheus, and monitoring is missing; add it or remove analysis");
        }

        if (args.SharedName is null)
        {
            problems.Add(path, "nobody else answers for the model; set sharedName to the name by which callers know both");
        }

        if (!ServingComparison.IsPossible(runtime.Metrics))
        {
            problems.Add(path, ServingComparison.Problem(runtime.Name));
        }
    }

    /// <summary>What a rollout asks of its backend.</summary>
    /// <param name="rollout">The rollout; null for the default.</param>
    public static IEnumerable<BackendFeature> Features(RolloutArgs? rollout) => rollout is null
        ? []
        : BackendFeature.OfRollout(rollout.OnDelete ? RolloutStrategy.OnDelete : RolloutStrategy.Rolling, rollout.MaxSurge, rollout.MaxUnavailable);
}
