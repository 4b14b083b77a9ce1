using Infra.Capacity.Traces;
using Infra.Cli.Capacity;

namespace Infra.Cli.Tests;

public sealed class SimulationProgressTests
{
    private const int Count = (1 << 19) + 1;

    private static readonly IEnumerable<TraceRequest> _requests = Enumerable.Range(1, Count).Select(i => new TraceRequest(i * 10_000L, 0, 0, 0));

    [Theory]
    [InlineData(10_485_760_000, "\r\u001b[2Ksimulated 25 %, 262,144 requests\r\u001b[2Ksimulated 50 %, 524,288 requests\r\u001b[2K")]
    [InlineData(null, "\r\u001b[2Ksimulated 262,144 requests, 0.7 h\r\u001b[2Ksimulated 524,288 requests, 1.5 h\r\u001b[2K")]
    public void A_terminal_shows_how_far_it_is_and_nothing_of_it_is_left(long? endMicros, string shown)
    {
        using var text = new StringWriter();

        Assert.Equal(Count, new SimulationProgress(new TextChannel(text, colour: true)).Watch(_requests, endMicros).Count());
        Assert.Equal(shown, text.ToString());
    }

    [Fact]
    public void A_file_or_a_pipe_gets_none_of_it()
    {
        using var text = new StringWriter();

        Assert.Equal(Count, new SimulationProgress(new TextChannel(text, colour: false)).Watch(_requests, null).Count());
        Assert.Equal("", text.ToString());
    }

    [Fact]
    public void A_trace_that_breaks_leaves_the_terminal_clean()
    {
        using var text = new StringWriter();
        var broken = _requests.Select(request => request.AtMicros == 3_000_000_000 ? throw new InvalidOperationException("broken") : request);

        Assert.Throws<InvalidOperationException>(() => new SimulationProgress(new TextChannel(text, colour: true)).Watch(broken, null).Count());
        Assert.EndsWith("\r\u001b[2K", text.ToString(), StringComparison.Ordinal);
    }
}
