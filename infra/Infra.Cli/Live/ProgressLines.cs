using Infra.Automation.Events;
using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Cli.Live;

/// <summary>Progress where there is no terminal: one line per resource that was touched, and what the engine has to say. The same events give the same bytes.</summary>
internal static class ProgressLines
{
    public static IEnumerable<TextLine> Of(StackEvent happened) => happened switch
    {
        StackEvent.StageReached stage when Words(stage.Stage) is { } words => [TextLine.Of(words, TextRole.Guide)],
        StackEvent.ResourceDone { IsPlanning: false, Operation: not OperationWord.Same } done when ProgressState.IsShown(done.Urn) => [Line(done.Urn, OperationWord.Of(done.Operation))],
        StackEvent.ResourceFailed failed => [TextLine.Of(new("x", TextRole.Error), new($" {Label(failed.Urn)}  "), new($"{OperationWord.Of(failed.Operation).Doing} failed", TextRole.Error))],
        StackEvent.Diagnostic { IsEphemeral: false } said => Said(said),
        StackEvent.Policy policy => [TextLine.Of($"{policy.Pack} {policy.Name} ({policy.Enforcement}): {(policy.Urn is { } urn ? $"{Label(urn)}: " : "")}{policy.Message.Trim()}", TextRole.Warning)],
        _ => [],
    };

    /// <summary>What people call a resource.</summary>
    public static string Label(Urn urn) => $"{TypeLabel.Of(urn.Type)} {urn.Name}";

    public static string? Words(OperationStage stage) => stage switch
    {
        OperationStage.Previewing => "the engine previews ...",
        OperationStage.Running => "the engine works ...",
        OperationStage.Stopping => "stopping: the engine finishes what it has begun ...",
        OperationStage.Examining => "looking into the state for what is left over ...",
        _ => null,
    };

    private static TextLine Line(Urn urn, OperationWord word) => TextLine.Of(new(word.Mark, word.Role), new($" {Label(urn)}  "), new(word.Done, word.Role));

    private static IEnumerable<TextLine> Said(StackEvent.Diagnostic said)
    {
        var (word, role) = said.Severity switch
        {
            DiagnosticSeverity.Error => ("error: ", TextRole.Error),
            DiagnosticSeverity.Warning => ("warning: ", TextRole.Warning),
            _ => ("", TextRole.Plain),
        };
        var about = said.Urn is { } urn && ProgressState.IsShown(urn) ? $"{Label(urn)}: " : "";
        return said.Message.ReplaceLineEndings("\n").Trim('\n').Split('\n')
            .Select((line, number) => number == 0 ? TextLine.Of(new(word, role), new(about), new(line)) : TextLine.Of($"  {line}"));
    }
}
