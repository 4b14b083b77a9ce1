using Infra.Planning.Model;

namespace Infra.Planning.Costs;

/// <summary>What a plan costs in a month.</summary>
public static class PlanCosts
{
    /// <summary>The estimate.</summary>
    /// <param name="plan">The plan, whoever read or made it.</param>
    /// <param name="options">What the plan doesn't say.</param>
    public static CostReport Of(Plan plan, CostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new CostReport { Stack = plan.Stack };
    }
}
