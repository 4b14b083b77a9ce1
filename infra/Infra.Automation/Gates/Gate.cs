using Infra.Capture;
using Infra.Planning.Reviewing;

namespace Infra.Automation.Gates;

/// <summary>Decides whether an update may start.</summary>
public static class Gate
{
    /// <param name="preview">What the real engine says that it would do.</param>
    /// <param name="review">What the engines of this repository say of it.</param>
    /// <param name="options">What may pass.</param>
    public static GateVerdict Judge(CapturedPlan preview, PlanReview review, GateOptions options) => throw new NotImplementedException();
}
