using System.Runtime.InteropServices;
using System.Text;
using Infra.Cli.Stacks;

namespace Infra.Cli.Tests.Stacks;

/// <summary>Signals where nobody can be told any more: after a hangup there is no terminal to write to.</summary>
public sealed class StopSignalsTests
{
    [Fact]
    public void The_engine_is_asked_although_the_terminal_is_gone()
    {
        var gone = new TextChannel(new Gone(), colour: false);
        var ended = new List<int>();
        using var signals = new StopSignals(new Terminal(gone, gone, () => Stream.Null), "dev", ended.Add);

        signals.OnSignal(new PosixSignalContext(PosixSignal.SIGHUP));
        Assert.Equal((true, 129), (signals.Token.IsCancellationRequested, signals.ExitCode));

        signals.OnSignal(new PosixSignalContext(PosixSignal.SIGHUP));
        Assert.Equal([129], ended);
    }

    private sealed class Gone : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("Input/output error");
    }
}
