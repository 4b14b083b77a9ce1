using System.Text.RegularExpressions;
using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Capture;
using Infra.Planning.Json;
using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>What failed inside an operation: by the engine's events, by the document of a preview, or else by the text for people.</summary>
internal static partial class ResourceFailures
{
    public static ValueList<StackFailure> Of(string stack, EngineException exception)
    {
        var errors = Errors(exception).Distinct().ToList();
        var operations = Operations(exception.Events);
        var failures = errors.Select(error => Of(stack, error.Urn, error.Message, operations)).OfType<StackFailure>().Distinct().ToList();
        // The program's resources fail because one of them did; it says so again for the stack as a whole.
        return [.. failures.Any(static failure => failure is not ProgramFailed) ? failures.Where(static failure => failure is not ProgramFailed) : failures];
    }

    private static StackFailure? Of(string stack, Urn? urn, string message, Dictionary<Urn, string> operations) => urn switch
    {
        _ when FailureReader.Refusal(stack, message) is { } refusal => refusal,
        not null when message.Contains("currently marked for protection", StringComparison.Ordinal) => new ProtectedResource(stack, urn, FirstParagraph(message)),
        // pkg/backend/display: the last line of an update that failed elsewhere.
        _ when message is "update failed" or "preview failed" or "refresh failed" or "destroy failed" => null,
        null or { Type: WellKnownTypes.Stack } => new ProgramFailed(stack, FirstParagraph(message)),
        _ => new ResourceFailed(stack, urn, operations.GetValueOrDefault(urn), FirstParagraph(message)),
    };

    private static IEnumerable<(Urn? Urn, string Message)> Errors(EngineException exception)
    {
        var told = exception.Events.OfType<StackEvent.Diagnostic>().Where(static one => one.Severity == DiagnosticSeverity.Error && !one.IsEphemeral).Select(static one => (one.Urn, one.Message)).ToList();
        return told.Count > 0 ? told
            : exception.StandardOutput.AsSpan().TrimStart().StartsWith("{") ? OfPreview(exception.StandardOutput)
            : OfText($"{exception.StandardOutput}\n{exception.StandardError}");
    }

    private static IEnumerable<(Urn?, string)> OfPreview(string json)
    {
        try
        {
            return [.. CapturedPlan.Read(new StringReader(json)).Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error).Select(static one => (one.Urn, one.Message))];
        }
        catch (PlanFormatException)
        {
            return [];
        }
    }

    /// <summary>Only what names its resource: the table of progress has errors in it too, cut off and several times.</summary>
    private static IEnumerable<(Urn?, string)> OfText(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (ErrorOfResource().Match(lines[i]) is not { Success: true } found || !Urn.TryParse(found.Groups["urn"].Value, out var urn))
            {
                continue;
            }

            var rest = lines.Skip(i + 1).TakeWhile(static line => line.Trim().Length > 0).Select(static line => line.Trim());
            yield return (urn, string.Join('\n', [found.Groups["message"].Value, .. rest]));
        }
    }

    /// <summary>What was being done with each resource.</summary>
    private static Dictionary<Urn, string> Operations(IEnumerable<StackEvent> events)
    {
        var operations = new Dictionary<Urn, string>();
        foreach (var one in events)
        {
            var (urn, operation) = one switch
            {
                StackEvent.ResourceStarted started => (started.Urn, started.Operation),
                StackEvent.ResourceFailed failed => (failed.Urn, failed.Operation),
                _ => (null, ""),
            };
            if (urn is not null)
            {
                operations[urn] = operation;
            }
        }

        return operations;
    }

    /// <summary>Providers put advice behind an empty line; what is wrong stands before it.</summary>
    private static string FirstParagraph(string message) => message.Split("\n\n")[0].Trim().ReplaceLineEndings(" ");

    [GeneratedRegex(@"^\s*error: (?<message>.*""(?<urn>urn:pulumi:[^""]+)"".*)$")]
    private static partial Regex ErrorOfResource();
}
