using Infra.Automation.Engine;
using Infra.Automation.Failures;
using Infra.Capture;

namespace Infra.Automation.Operations;

/// <summary>Looks in a state for operations without an end.</summary>
internal static class PendingOperations
{
    /// <returns>Null where there are none.</returns>
    public static async Task<InterruptedOperations?> OfAsync(IStackEngine engine, string stack, CancellationToken cancellationToken)
    {
        var pending = CapturedPlan.Read(new StringReader(await engine.ExportAsync(stack, cancellationToken))).Pending;
        return pending.Count == 0 ? null : new InterruptedOperations(stack, [.. pending.Select(static one => new PendingOperation(one.Urn, one.Kind, one.Id))]);
    }
}
