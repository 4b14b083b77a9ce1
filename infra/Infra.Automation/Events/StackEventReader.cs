using System.Collections.Immutable;
using Infra.Planning.Model;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Automation.Events;

/// <summary>Reads one line of the engine's event log. Source: <c>EngineEvent</c> of pulumi/pulumi, sdk/go/common/apitype/events.go.</summary>
public static class StackEventReader
{
    /// <param name="line">One JSON document.</param>
    /// <returns>The event; null for what is of no use here: debug messages, empty messages, and kinds that a later engine may bring.</returns>
    public static StackEvent? Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (Parse(line) is not { } json || Read(json) is not { } read)
        {
            return null;
        }

        return read with { Sequence = (int?)json["sequence"], Time = Time(json["timestamp"]) };
    }

    /// <summary>A killed engine may leave half a line behind.</summary>
    private static JObject? Parse(string line)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
            return JObject.Load(reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StackEvent? Read(JObject json)
    {
        foreach (var (kind, value) in json)
        {
            if (value is not JObject content)
            {
                continue;
            }

            return kind switch
            {
                "preludeEvent" => new StackEvent.Prelude(Texts(content["config"])),
                "resourcePreEvent" => Step(content, (urn, operation, planning) => new StackEvent.ResourceStarted(urn, operation, planning) { IsComponent = IsComponent(content) }),
                "resOutputsEvent" => Step(content, static (urn, operation, planning) => new StackEvent.ResourceDone(urn, operation, planning)),
                "resOpFailedEvent" => Step(content, static (urn, operation, _) => new StackEvent.ResourceFailed(urn, operation)),
                "diagnosticEvent" => Diagnostic(content),
                "policyEvent" => Policy(content),
                "summaryEvent" => Summary(content),
                "stdoutEvent" => Message(content) is { Length: > 0 } text ? new StackEvent.Diagnostic(DiagnosticSeverity.Info, text) : null,
                "errorEvent" => new StackEvent.Diagnostic(DiagnosticSeverity.Error, (string?)content["error"] ?? ""),
                "cancelEvent" => new StackEvent.Ended(),
                _ => null,
            };
        }

        return null;
    }

    private static StackEvent? Step(JObject content, Func<Urn, string, bool, StackEvent> read) =>
        content["metadata"] is JObject step && Urn.TryParse((string?)step["urn"], out var urn) && (string?)step["op"] is { } operation
            ? read(urn, operation, (bool?)content["planning"] ?? false)
            : null;

    private static bool IsComponent(JObject content) => (content["metadata"]?["new"] ?? content["metadata"]?["old"]) is JObject state && (bool?)state["custom"] != true;

    private static StackEvent.Diagnostic? Diagnostic(JObject content)
    {
        var severity = (string?)content["severity"];
        var message = Message(content);
        if (severity == "debug" || message.Length == 0)
        {
            return null;
        }

        _ = Urn.TryParse((string?)content["urn"], out var urn);
        return new StackEvent.Diagnostic(
            severity switch
            {
                "error" => DiagnosticSeverity.Error,
                "warning" => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Info,
            },
            message,
            urn,
            (bool?)content["ephemeral"] ?? false);
    }

    private static StackEvent.Policy Policy(JObject content)
    {
        _ = Urn.TryParse((string?)content["resourceUrn"], out var urn);
        return new StackEvent.Policy((string?)content["policyPackName"] ?? "", (string?)content["policyName"] ?? "", (string?)content["enforcementLevel"] ?? "", Message(content), urn);
    }

    private static StackEvent.Summary Summary(JObject content) => new(
        (content["resourceChanges"] as JObject)?.Properties().ToImmutableSortedDictionary(static one => one.Name, static one => (int)one.Value, StringComparer.Ordinal)
            ?? ImmutableSortedDictionary<string, int>.Empty,
        TimeSpan.FromSeconds((int?)content["durationSeconds"] ?? 0),
        (bool?)content["maybeCorrupt"] ?? false);

    private static string Message(JObject content) => ((string?)content["message"] ?? "").Trim();

    private static ImmutableSortedDictionary<string, string> Texts(JToken? token) =>
        (token as JObject)?.Properties().ToImmutableSortedDictionary(static one => one.Name, static one => one.Value.Type == JTokenType.String ? (string)one.Value! : one.Value.ToString(Formatting.None), StringComparer.Ordinal)
        ?? ImmutableSortedDictionary<string, string>.Empty;

    private static DateTimeOffset? Time(JToken? token) =>
        token is { Type: JTokenType.Integer } ? DateTimeOffset.FromUnixTimeSeconds(token.Value<long>()) : null;
}
