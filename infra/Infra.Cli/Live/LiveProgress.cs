using Infra.Automation.Events;
using Infra.Planning.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Infra.Cli.Live;

/// <summary>A picture at the bottom of a terminal that is drawn anew; above it stays what was said, and what failed.</summary>
internal sealed class LiveProgress : IProgressView
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole _console;
    private readonly string _what;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Lock _lock = new();
    private readonly List<TextLine> _waiting = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Task _drawing;
    private ProgressState _state = ProgressState.Start;

    /// <param name="what">What goes on, such as <c>up dev</c>.</param>
    public LiveProgress(IAnsiConsole console, string what, TimeProvider time)
    {
        (_console, _what, _time, _start) = (console, what, time, time.GetTimestamp());
        _drawing = Task.Run(DrawAsync);
    }

    public void Report(StackEvent value)
    {
        lock (_lock)
        {
            _state = _state.After(value, _time.GetElapsedTime(_start));
            if (value is StackEvent.ResourceFailed or StackEvent.Diagnostic or StackEvent.Policy)
            {
                _waiting.AddRange(ProgressLines.Of(value));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _drawing;
        _end.Dispose();
    }

    private Task DrawAsync() => _console.Live(new Text(_what)).AutoClear(true).Overflow(VerticalOverflow.Ellipsis).StartAsync(async context =>
    {
        while (true)
        {
            var (said, picture) = Now();
            foreach (var line in said)
            {
                _console.Write(Shown(line));
            }
            context.UpdateTarget(new Rows(picture.Select(Shown)));
            if (_end.IsCancellationRequested)
            {
                return;
            }
            await Task.Delay(_pause, _time, _end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    });

    private (List<TextLine> Said, List<TextLine> Picture) Now()
    {
        lock (_lock)
        {
            var said = _waiting.ToList();
            _waiting.Clear();
            return (said, [.. ProgressPicture.Of(_state, _what, _time.GetElapsedTime(_start), _console.Profile.Height)]);
        }
    }

    private static Paragraph Shown(TextLine line)
    {
        var paragraph = new Paragraph { Overflow = Overflow.Ellipsis };
        foreach (var segment in line.Segments)
        {
            paragraph.Append(Core.Configuration.Shown.OnTerminal(segment.Text), TextStyles.Of(segment.Role));
        }
        return paragraph;
    }
}
