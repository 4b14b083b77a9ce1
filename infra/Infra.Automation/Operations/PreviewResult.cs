using Infra.Automation.Gates;
using Infra.Capture;
using Infra.Planning.Model;

namespace Infra.Automation.Operations;

/// <summary>What an operation would do.</summary>
/// <param name="Json">The engine's own document.</param>
/// <param name="Captured">The same, read.</param>
public sealed record PreviewResult(string Json, CapturedPlan Captured)
{
    /// <summary>The engine's verdicts without those that leave a resource alone.</summary>
    public ValueList<CapturedStep> Changes => [.. Captured.Steps.Where(static step => step.Operation is not ("same" or "read" or "refresh"))];
}
