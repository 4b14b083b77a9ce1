using Infra.Planning.Model;

namespace Infra.Planning.Rendering;

/// <summary>Diagnostics as Pulumi lists them: gathered under the resource that they are about, first mentioned first.</summary>
public static class DiagnosticList
{
    /// <summary>Nothing when there are none.</summary>
    /// <param name="withDetails">Also what only the program's author wants to see.</param>
    public static IEnumerable<TextLine> Render(IReadOnlyCollection<PlanDiagnostic> diagnostics, bool withDetails = false)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);

        if (diagnostics.Count == 0)
        {
            yield break;
        }

        yield return TextLine.Of("Diagnostics:", TextRole.Heading);
        foreach (var group in diagnostics.GroupBy(static d => Owner(d.Urn)))
        {
            yield return TextLine.Of($"  {group.Key}:");
            foreach (var line in group.SelectMany(diagnostic => Lines(diagnostic, withDetails)))
            {
                yield return line;
            }
        }
    }

    private static string Owner(Urn? urn) => urn is null ? "stack" : $"{TypeLabel.Of(urn.Type)} ({urn.Name})";

    private static IEnumerable<TextLine> Lines(PlanDiagnostic diagnostic, bool withDetails)
    {
        var (word, role) = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => ("error: ", TextRole.Error),
            DiagnosticSeverity.Warning => ("warning: ", TextRole.Warning),
            _ => ("", TextRole.Plain),
        };
        var message = Split(diagnostic.Message).Select((line, i) => TextLine.Of(new TextSegment("    "), new(i == 0 ? word : "", role), new(line)));
        return withDetails && diagnostic.Detail is { } detail
            ? message.Concat(Split(detail).Select(static line => TextLine.Of("      " + line)))
            : message;
    }

    private static string[] Split(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
