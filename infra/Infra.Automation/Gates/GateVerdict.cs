using Infra.Capture;
using Infra.Planning.Model;
using Infra.Planning.Reviewing;

namespace Infra.Automation.Gates;

/// <summary>What a gate says.</summary>
/// <param name="Findings">What stands in the way; empty where the update may start.</param>
public sealed record GateVerdict(ValueList<GateFinding> Findings)
{
    /// <summary>Nothing was asked, so nothing stands in the way.</summary>
    public static GateVerdict Open { get; } = new([]);

    public bool Passes => Findings.Count == 0;

    /// <summary>The preview that was judged; null where none was made.</summary>
    public CapturedPlan? Preview { get; init; }

    /// <summary>What the engines of this repository say of it; null where none was asked.</summary>
    public PlanReview? Review { get; init; }
}
