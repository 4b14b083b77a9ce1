using Infra.Capture;
using Infra.Planning.Json;

namespace Infra.Automation.Operations;

/// <summary>Whether a document may take the place of a stack's state.</summary>
internal static class StateCheck
{
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public static string? Problem(string stack, string state)
    {
        try
        {
            var captured = CapturedPlan.Read(new StringReader(state));
            return captured.Form != CaptureForm.State ? "it is no exported state"
                : captured.Plan.Resources.FirstOrDefault(resource => resource.Urn.Stack != stack) is { } other ? $"it has '{other.Urn}', of stack '{other.Urn.Stack}'"
                : null;
        }
        catch (PlanFormatException e)
        {
            return e.Message;
        }
    }
}
