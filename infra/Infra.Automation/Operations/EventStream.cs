using System.Threading.Channels;
using Infra.Automation.Events;

namespace Infra.Automation.Operations;

/// <summary>Turns an operation that reports into one whose events can be read.</summary>
internal static class EventStream
{
    public static RunningOperation<TResult> Start<TResult>(Func<IProgress<StackEvent>, Task<TResult>> run)
        where TResult : OperationResult
    {
        // Without a limit: a reader that is slow must not hold the engine up.
        var channel = Channel.CreateUnbounded<StackEvent>(new UnboundedChannelOptions { SingleReader = true });
        return new RunningOperation<TResult>(channel.Reader.ReadAllAsync(), RunAsync());

        async Task<TResult> RunAsync()
        {
            try
            {
                return await run(new Writer(channel.Writer));
            }
            finally
            {
                channel.Writer.Complete();
            }
        }
    }

    private sealed class Writer(ChannelWriter<StackEvent> events) : IProgress<StackEvent>
    {
        public void Report(StackEvent value) => events.TryWrite(value);
    }
}
