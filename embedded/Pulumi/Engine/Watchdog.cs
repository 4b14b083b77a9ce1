namespace Pulumi.Embedded;

/// <summary>Tells when nothing has happened in a run for a while: after ten seconds, and then each time after twice as long.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan _firstPatience = TimeSpan.FromSeconds(10);
    private readonly Runner _runner;
    private readonly Action<string> _tell;
    private readonly ITimer _timer;
    private TimeSpan _patience = _firstPatience;
    private TimeSpan _quiet = TimeSpan.Zero;
    private long _seen;

    public Watchdog(Runner runner, TimeProvider time, Action<string> tell)
    {
        _runner = runner;
        _tell = tell;
        _timer = time.CreateTimer(static state => ((Watchdog)state!).Look(), this, _firstPatience, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var waiting = _runner.Waiting();
        if (waiting.Progress != _seen)
        {
            (_seen, _patience, _quiet) = (waiting.Progress, _firstPatience, TimeSpan.Zero);
        }
        else
        {
            _quiet += _patience;
            _tell(StuckReport.Of(waiting, _quiet));
            _patience = _quiet;
        }

        _timer.Change(_patience, Timeout.InfiniteTimeSpan);
    }
}
