using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Serving.Rollouts;

namespace Infra.Stacks.Configuration;

/// <summary>How a changed model takes the place of the one that serves. Going back is a change of one line: the weight, the live side, or the strategy.</summary>
public sealed record RolloutConfig : IConfigRules
{
    /// <summary>
    /// <c>rolling</c> replaces pod by pod; <c>blueGreen</c> runs stable model and candidate in full, one of them live; <c>canary</c> gives a candidate a share of the
    /// requests; <c>onDelete</c> leaves what runs alone until somebody deletes it. Default: rolling.
    /// </summary>
    public RolloutStrategy Strategy { get; init; }

    /// <summary>Pods that a rolling update may add before it takes others away; each needs its GPUs. Default: 0, which needs no spare GPU.</summary>
    [InRange(Min = 0, Max = 1000)]
    public int MaxSurge { get; init; }

    /// <summary>Pods that a rolling update may take away at a time. Default: 1, or 0 with a surge.</summary>
    [InRange(Min = 0, Max = 1000)]
    public int? MaxUnavailable { get; init; }

    /// <summary>What is tried, for <c>canary</c> and <c>blueGreen</c>. Default: none.</summary>
    public CandidateConfig? Candidate { get; init; }

    /// <summary>
    /// Percent of the requests that the candidate of a <c>canary</c> gets; needed by it. With 0 there is no candidate, with 100 the model is the candidate: both are what they would be without a rollout.
    /// </summary>
    [InRange(Min = 0, Max = 100)]
    public int? Weight { get; init; }

    /// <summary>
    /// Weights that the canary will take one after the other, each by a change of <c>weight</c>, which may have no other value than these, 0 and 100. GPUs are counted for the largest of them from the
    /// first step on. Default: none.
    /// </summary>
    [InRange(Min = 1, Max = 99)]
    public ImmutableArray<int> Steps { get; init; } = [];

    /// <summary>Which side of <c>blueGreen</c> gets the requests; needed by it.</summary>
    public RolloutSide? Live { get; init; }

    /// <summary>Alerts that compare the candidate with the stable model. Default: none.</summary>
    public AnalysisConfig? Analysis { get; init; }

    /// <summary>Pods that may be away at a time.</summary>
    internal int Unavailable => MaxUnavailable ?? (MaxSurge > 0 ? 0 : 1);

    /// <summary>Percent of the requests that the candidate gets.</summary>
    internal int CandidateWeight => Strategy switch
    {
        RolloutStrategy.Canary => Weight ?? 0,
        RolloutStrategy.BlueGreen when Live == RolloutSide.Candidate => 100,
        _ => 0,
    };

    /// <summary>The largest share that the candidate will have before it is the model.</summary>
    internal int LargestWeight => Strategy == RolloutStrategy.BlueGreen ? 100 : Steps.Append(Weight ?? 0).Max();

    /// <summary>Whether stable model and candidate both run.</summary>
    internal bool HasBoth => Candidate is not null && (Strategy == RolloutStrategy.BlueGreen || (Strategy == RolloutStrategy.Canary && Weight is > 0 and < 100));

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        var strategy = WireNames.Name(Strategy);
        var tries = Strategy is RolloutStrategy.Canary or RolloutStrategy.BlueGreen;
        Missing(tries && Candidate is null, "candidate", $"the strategy {strategy} tries something; say what differs from the model, for example its source");
        Missing(Strategy == RolloutStrategy.Canary && Weight is null, "weight", "a canary has a share of the requests: 0 to 100 percent");
        Missing(Strategy == RolloutStrategy.BlueGreen && Live is null, "live", "say who gets the requests: stable or candidate");
        Stray(!tries && Candidate is not null, "candidate", RolloutStrategy.Canary, RolloutStrategy.BlueGreen);
        Stray(Strategy != RolloutStrategy.Canary && Weight is not null, "weight", RolloutStrategy.Canary);
        Stray(Strategy != RolloutStrategy.Canary && !Steps.IsEmpty, "steps", RolloutStrategy.Canary);
        Stray(Strategy != RolloutStrategy.BlueGreen && Live is not null, "live", RolloutStrategy.BlueGreen);
        Stray(!tries && Analysis is not null, "analysis", RolloutStrategy.Canary, RolloutStrategy.BlueGreen);
        if (MaxSurge == 0 && Unavailable == 0)
        {
            problems.Add(ConfigPath.Key(path, "maxUnavailable"), "0 with a maxSurge of 0 would let no pod be replaced; raise one of them");
        }

        for (var i = 1; i < Steps.Length; i++)
        {
            if (Steps[i] <= Steps[i - 1])
            {
                problems.Add(ConfigPath.Index(ConfigPath.Key(path, "steps"), i), $"{Steps[i]} is not more than the step before, which is {Steps[i - 1]}; steps grow");
            }
        }

        if (Weight is > 0 and < 100 && !Steps.IsEmpty && !Steps.Contains(Weight.Value))
        {
            problems.Add(ConfigPath.Key(path, "weight"), $"{Weight} is none of the steps; allowed: 0, {string.Join(", ", Steps)}, 100");
        }

        void Missing(bool wrong, string key, string message)
        {
            if (wrong)
            {
                problems.Add(ConfigPath.Key(path, key), $"missing; {message}");
            }
        }

        void Stray(bool wrong, string key, params RolloutStrategy[] able)
        {
            if (wrong)
            {
                problems.Add(ConfigPath.Key(path, key), $"the strategy {strategy} has none; these have: {string.Join(", ", able.Select(one => WireNames.Name(one)))}; remove it or change strategy");
            }
        }
    }
}
