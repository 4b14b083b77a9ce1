using Infra.Automation.Events;
using Infra.Cli.Live;
using Spectre.Console;

namespace Infra.Cli.Stacks;

/// <summary>The view that fits where the progress goes. It begins with the first event, and again after a pause.</summary>
internal sealed class StackProgress(Terminal terminal, TimeProvider time, string what, bool json) : IProgress<StackEvent>, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private IProgressView? _view;

    public void Report(StackEvent value)
    {
        lock (_lock)
        {
            (_view ??= Open()).Report(value);
        }
    }

    /// <summary>Takes the view away, for something else is to be written.</summary>
    public async ValueTask PauseAsync()
    {
        IProgressView? view;
        lock (_lock)
        {
            (view, _view) = (_view, null);
        }
        if (view is not null)
        {
            await view.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => PauseAsync();

    private IProgressView Open() => (json, terminal.Error.IsTerminal) switch
    {
        (true, _) => new JsonProgress(terminal.Out.Writer),
        (false, true) => new LiveProgress(Screen(), what, time),
        _ => new PlainProgress(terminal.Error),
    };

    // Its own width and height, where a terminal tells them.
    private IAnsiConsole Screen() => AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(terminal.Error.Writer) });
}
