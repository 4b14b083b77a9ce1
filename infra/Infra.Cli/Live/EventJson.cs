using System.Globalization;
using Infra.Automation.Events;
using Infra.Planning.Model;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Live;

/// <summary>An event as one line of JSON (docs/stacks.md). The configuration that the engine runs with isn't in it: somebody may have forgotten to encrypt something.</summary>
internal static class EventJson
{
    public static string Line(StackEvent happened) => Document(happened).ToString(Formatting.None);

    private static JObject Document(StackEvent happened)
    {
        var document = Body(happened);
        if (happened.Sequence is { } sequence)
        {
            document["sequence"] = sequence;
        }
        if (happened.Time is { } time)
        {
            document["time"] = time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }
        return document;
    }

    private static JObject Body(StackEvent happened) => happened switch
    {
        StackEvent.StageReached stage => new() { ["type"] = "stage", ["stage"] = Word(stage.Stage.ToString()) },
        StackEvent.Prelude => new() { ["type"] = "prelude" },
        StackEvent.ResourceStarted started => Resource("resourceStarted", started.Urn, started.Operation, started.IsPlanning),
        StackEvent.ResourceDone done => Resource("resourceDone", done.Urn, done.Operation, done.IsPlanning),
        StackEvent.ResourceFailed failed => Resource("resourceFailed", failed.Urn, failed.Operation, isPlanning: false),
        StackEvent.Diagnostic said => new()
        {
            ["type"] = "diagnostic",
            ["severity"] = Word(said.Severity.ToString()),
            ["message"] = said.Message,
            ["urn"] = said.Urn?.ToString(),
            ["ephemeral"] = said.IsEphemeral,
        },
        StackEvent.Policy policy => new()
        {
            ["type"] = "policy",
            ["pack"] = policy.Pack,
            ["name"] = policy.Name,
            ["enforcement"] = policy.Enforcement,
            ["message"] = policy.Message,
            ["urn"] = policy.Urn?.ToString(),
        },
        StackEvent.Summary summary => new()
        {
            ["type"] = "summary",
            ["changes"] = new JObject(summary.Changes.Select(change => new JProperty(change.Key, change.Value))),
            ["seconds"] = (long)summary.Duration.TotalSeconds,
            ["mayBeCorrupt"] = summary.MayBeCorrupt,
        },
        StackEvent.Ended => new() { ["type"] = "ended" },
        StackEvent.Text text => new() { ["type"] = "text", ["line"] = text.Line, ["error"] = text.IsError },
        _ => throw new InvalidOperationException($"no JSON for {happened.GetType().Name}"),
    };

    private static JObject Resource(string type, Urn urn, string operation, bool isPlanning) =>
        new() { ["type"] = type, ["urn"] = urn.ToString(), ["operation"] = operation, ["planning"] = isPlanning };

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
