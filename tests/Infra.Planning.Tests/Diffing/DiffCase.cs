using Infra.Planning.Diffing;
using Infra.Planning.Model;

namespace Infra.Planning.Tests.Diffing;

/// <summary>A pair of plans that shows one kind of change.</summary>
/// <param name="Before">The older plan.</param>
/// <param name="After">The newer plan.</param>
/// <param name="Kinds">What becomes of each resource that changes, in the order of the diff.</param>
/// <param name="SameReader">Whether the plans know the same things.</param>
internal sealed record DiffCase(Plan Before, Plan After, ChangeKind[] Kinds, bool SameReader = true)
{
    public PlanDiff Diff => PlanDiff.Between(Before, After, SameReader);
}
