using Infra.Automation.Events;

namespace Infra.Automation.Tests.Harness;

/// <summary>Events in a line each.</summary>
internal static class EventText
{
    public static string Of(IEnumerable<StackEvent> events) => string.Join('\n', events.Select(Of)) + "\n";

    public static string Of(StackEvent one) => $"{(one.Sequence is { } number ? $"{number} " : "")}" + one switch
    {
        StackEvent.StageReached stage => $"stage {stage.Stage}",
        StackEvent.Prelude prelude => $"prelude {string.Join(", ", prelude.Config.Select(entry => $"{entry.Key}={entry.Value}"))}",
        StackEvent.ResourceStarted started => $"started {started.Operation} {started.Urn.Type} {started.Urn.Name}{(started.IsPlanning ? " (planning)" : "")}",
        StackEvent.ResourceDone done => $"done {done.Operation} {done.Urn.Type} {done.Urn.Name}{(done.IsPlanning ? " (planning)" : "")}",
        StackEvent.ResourceFailed failed => $"failed {failed.Operation} {failed.Urn.Type} {failed.Urn.Name}",
        StackEvent.Diagnostic told => $"{(told.IsEphemeral ? "passing " : "")}{told.Severity} [{told.Urn?.Name}] {told.Message.ReplaceLineEndings("|")}",
        StackEvent.Policy policy => $"policy {policy.Pack}/{policy.Name} {policy.Enforcement} [{policy.Urn?.Name}] {policy.Message}",
        StackEvent.Summary summary => $"summary {string.Join(", ", summary.Changes.Select(entry => $"{entry.Key} {entry.Value}"))} in {summary.Duration}{(summary.MayBeCorrupt ? ", maybe corrupt" : "")}",
        StackEvent.Text text => $"text{(text.IsError ? " (error)" : "")} {text.Line}",
        StackEvent.Ended => "ended",
        _ => throw new ArgumentException(one.ToString()),
    };
}
