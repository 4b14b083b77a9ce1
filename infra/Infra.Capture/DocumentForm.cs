using Infra.Core.Configuration;
using Infra.Planning.Json;
using Newtonsoft.Json;

namespace Infra.Capture;

/// <summary>Tells documents apart by their first key: no two forms have one in common.</summary>
internal static class DocumentForm
{
    private static readonly string[] _plan = ["schemaVersion", "project", "stack", "resources"];
    private static readonly string[] _preview = ["config", "steps", "diagnostics", "duration", "changeSummary", "maybeCorrupt"];
    private static readonly string[] _state = ["version", "features", "deployment"];

    /// <param name="start">The start of the document. What isn't JSON counts as a plan, whose reader says where it isn't.</param>
    /// <exception cref="PlanFormatException">It is some other document.</exception>
    public static CaptureForm Of(string start)
    {
        if (FirstKey(start) is not { } key || _plan.Contains(key))
        {
            return CaptureForm.Plan;
        }

        if (_preview.Contains(key))
        {
            return CaptureForm.Preview;
        }

        return _state.Contains(key)
            ? CaptureForm.State
            : throw new PlanFormatException(
                "", $"the first key is {Shown.Quoted(key)}; a plan begins with '{_plan[0]}', a preview with '{_preview[0]}' or '{_preview[1]}', a state with '{_state[0]}'");
    }

    private static string? FirstKey(string start)
    {
        using var json = new StrictJsonReader(new StringReader(start));
        try
        {
            json.Next();
            if (json.Token == JsonToken.StartObject)
            {
                json.Next();
            }

            return json.Token == JsonToken.PropertyName ? json.Key : null;
        }
        catch (PlanFormatException)
        {
            return null;
        }
    }
}
