using Infra.Planning.Costs;
using Infra.Planning.Diffing;

namespace Infra.Planning.Reviewing;

/// <summary>What a plan changes.</summary>
/// <param name="Base">What it is compared with, as people call it: <c>main (1a2b3c4)</c>.</param>
/// <param name="Diff">What becomes of the resources.</param>
/// <param name="Cost">What that costs.</param>
public sealed record ChangeReview(string Base, PlanDiff Diff, CostDelta Cost);
