using System.Runtime.InteropServices;

namespace Infra.Cli.Stacks;

/// <summary>
/// Signals while the engine works. The first one asks it to stop, and is waited for however long it takes: what it has begun has to be in the state. A second one ends this process at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Terminal _terminal;
    private readonly string? _stack;
    private readonly Action<int> _exit;
    private int _count;

    /// <param name="stack">What is worked on; null for several.</param>
    /// <param name="exit">Ends the process.</param>
    public StopSignals(Terminal terminal, string? stack, Action<int> exit)
    {
        (_terminal, _stack, _exit) = (terminal, stack, exit);
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    public CancellationToken Token => _stop.Token;

    /// <summary>What shells expect of a process that a signal has stopped; null where none came.</summary>
    public int? ExitCode { get; private set; }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
        _stop.Dispose();
    }

    internal void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        ExitCode ??= context.Signal switch { PosixSignal.SIGTERM => ExitCodes.Terminated, PosixSignal.SIGHUP => ExitCodes.HungUp, _ => ExitCodes.Stopped };
        switch (Interlocked.Increment(ref _count))
        {
            case 1:
                Say(() => _terminal.Error.Line("stopping; a second signal ends this program at once, and leaves the stack in a state that nobody has seen"));
                _stop.Cancel();
                break;
            case 2:
                Say(SayWhatIsLeft);
                _exit(ExitCode.Value);
                break;
        }
    }

    // After a hangup there is no terminal any more; the engine has to be asked all the same.
    private static void Say(Action say)
    {
        try
        {
            say();
        }
        catch (IOException)
        {
            // Nobody reads it.
        }
    }

    private void SayWhatIsLeft()
    {
        var stack = _stack ?? "STACK";
        _terminal.Failure(
            "ended at once; nobody waited for the engine",
            "What it had begun may be done or not, it may still go on, and the stack may be locked.",
            "Make sure that no 'pulumi' process works on it any more. Then:",
            $"./run cancel {stack} takes a lock that was left behind;",
            $"./run refresh {stack} asks the cloud what is there, and names operations of which nobody knows whether they were done.");
    }
}
