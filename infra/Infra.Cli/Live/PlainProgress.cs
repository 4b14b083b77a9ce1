using Infra.Automation.Events;

namespace Infra.Cli.Live;

/// <summary>Lines, in a pipe or in CI.</summary>
internal sealed class PlainProgress(TextChannel channel) : IProgressView
{
    private readonly Lock _lock = new();
    private bool _previews;

    public void Report(StackEvent value)
    {
        lock (_lock)
        {
            if (value is StackEvent.StageReached stage)
            {
                _previews = stage.Stage is OperationStage.Previewing or OperationStage.Judging;
            }
            // A preview's resources come again when they are worked on.
            if (!_previews || value is not (StackEvent.ResourceDone or StackEvent.ResourceFailed))
            {
                channel.Lines(ProgressLines.Of(value));
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
