using System.Runtime.InteropServices;
using Infra.Cli.Stacks;
using Moq;

namespace Infra.Cli.Tests.Stacks;

/// <summary>Signals where nobody can be told any more: after a hangup there is no terminal to write to.</summary>
public sealed class StopSignalsTests
{
    [Fact]
    public void The_engine_is_asked_although_the_terminal_is_gone()
    {
        var gone = new Mock<Stream>();
        gone.Setup(stream => stream.CanWrite).Returns(true);
        gone.Setup(stream => stream.Flush()).Throws(new IOException("Input/output error"));
        var writer = new TextChannel(new StreamWriter(gone.Object) { AutoFlush = true }, colour: false);
        var ended = new List<int>();
        using var signals = new StopSignals(new Terminal(writer, writer, () => Stream.Null), "dev", ended.Add);

        signals.OnSignal(new PosixSignalContext(PosixSignal.SIGHUP));
        Assert.Equal((true, 129), (signals.Token.IsCancellationRequested, signals.ExitCode));

        signals.OnSignal(new PosixSignalContext(PosixSignal.SIGHUP));
        Assert.Equal([129], ended);
    }
}
