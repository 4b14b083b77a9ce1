using Infra.Automation.Events;

namespace Infra.Cli.Live;

/// <summary>JSON, an event per line, as it happens.</summary>
internal sealed class JsonProgress(TextWriter writer) : IProgressView
{
    private readonly Lock _lock = new();

    public void Report(StackEvent value)
    {
        lock (_lock)
        {
            writer.WriteLine(EventJson.Line(value));
            // Whoever reads it wants it now, not when a buffer is full.
            writer.Flush();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
