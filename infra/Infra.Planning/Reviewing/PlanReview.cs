using Infra.Planning.Costs;
using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Policies;

namespace Infra.Planning.Reviewing;

/// <summary>A plan with everything that the engines say of it: what a report shows, and what a pull request is told.</summary>
public sealed record PlanReview
{
    public required Plan Plan { get; init; }

    public required PlacementReport Placement { get; init; }

    public required CostReport Cost { get; init; }

    public required PolicyReport Policy { get; init; }

    /// <summary>What changes; null where there is nothing to compare with.</summary>
    public ChangeReview? Comparison { get; init; }

    /// <summary>What others add to it, in their order.</summary>
    public IReadOnlyList<ReviewAddition> Additions { get; init; } = [];

    /// <summary>Whether there is something to mend: pods without a node, or a finding that the gate stops.</summary>
    public bool HasFindings => !Placement.Fits || !Policy.Passes;

    /// <summary>Asks every engine.</summary>
    /// <param name="plan">The plan, whoever read or made it.</param>
    /// <param name="policies">How strictly, and when.</param>
    public static PlanReview Of(Plan plan, PolicyOptions policies)
    {
        var placement = PlanPlacement.Of(plan);
        return new PlanReview
        {
            Plan = plan,
            Placement = placement,
            Cost = PlanCosts.Of(plan, placement),
            Policy = PolicyCheck.Of(plan, policies),
        };
    }

    /// <summary>The same beside another plan.</summary>
    /// <param name="before">What is there.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="sameReader">Whether the same reader made both plans: see <see cref="PlanDiff.Between"/>.</param>
    public PlanReview ComparedWith(Plan before, string name, bool sameReader = true) => this with
    {
        Comparison = new ChangeReview(name, PlanDiff.Between(before, Plan, sameReader), CostDelta.Between(PlanCosts.Of(before), Cost)),
    };
}
