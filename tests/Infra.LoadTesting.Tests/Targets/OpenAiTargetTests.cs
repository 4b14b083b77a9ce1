using System.Net.Sockets;
using System.Text;
using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Runs;
using Infra.LoadTesting.Targets;
using Infra.LoadTesting.Tests.Servers;

namespace Infra.LoadTesting.Tests.Targets;

public sealed class OpenAiTargetTests : IDisposable
{
    private const string Role = """data: {"choices": [{"delta": {"role": "assistant", "content": ""}}]}""";
    private const string Hello = """data: {"choices": [{"delta": {"content": "Hello"}}]}""";
    private const string Stop = """data: {"choices": [{"delta": {}, "finish_reason": "stop"}]}""";
    private const string Usage = """data: {"choices": [], "usage": {"prompt_tokens": 12, "completion_tokens": 7}}""";
    private const string Done = "data: [DONE]";

    private readonly HttpMessageInvoker _client = new(LoadClient.Handler());

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Tokens_are_what_has_content_and_usage_is_what_the_server_says()
    {
        var answer = await AskAsync(Stream(Role, Hello, ": a comment", """data: {"choices": [{"delta": {"reasoning_content": "hm"}}]}""", """data: {"choices": [{"text": " you"}], "usage": null}""", Stop, Usage, Done));

        Assert.Null(answer.Failure);
        Assert.Equal((3, 12, 7), (answer.Tokens!.AtMicros.Count, answer.Tokens.PromptTokens, answer.Tokens.CompletionTokens));
        Assert.Equal(answer.Tokens.AtMicros.Order(), answer.Tokens.AtMicros);
    }

    [Fact]
    public async Task Without_usage_nothing_is_counted_that_the_server_didn_t_say()
    {
        var answer = await AskAsync(Stream(Hello, Done));

        Assert.Equal((1, null, null), (answer.Tokens!.AtMicros.Count, answer.Tokens.PromptTokens, answer.Tokens.CompletionTokens));
    }

    [Theory]
    [InlineData("error in the stream", Hello, """data: {"error": {"message": "out of memory", "code": 500}}""", Done)]
    [InlineData("error in the stream", Hello, """data: {"object": "error", "message": "CUDA out of memory", "code": 500}""", Done)]
    [InlineData("malformed answer", """{"object": "chat.completion", "choices": [{"message": {"content": "a server that doesn't stream"}}]}""")]
    [InlineData("answer cut short", Role, Hello)]
    [InlineData("answer cut short", Hello, "data: {\"choices\": [{\"delta\": {\"conte")]
    [InlineData("answer cut short")]
    [InlineData("malformed answer", Hello, "data: {\"choices\": [{", Done)]
    [InlineData("malformed answer", Hello, "data: 5", Done)]
    [InlineData("malformed answer", Role, Stop, Done)]
    [InlineData("malformed answer", Hello, "data: {} {}", Done)]
    public async Task A_stream_that_is_no_answer_is_a_failure(string failure, params string[] events)
    {
        var text = Stream(events);
        // The one that ends in the middle of an event has no end of its line either.
        var answer = await AskAsync(events.Length > 0 && events[^1].EndsWith("conte", StringComparison.Ordinal) ? text.TrimEnd('\n') : text);

        Assert.Equal(failure, $"{answer.Failure}");
    }

    [Fact]
    public async Task A_status_is_a_failure_and_a_reset_in_the_middle_is_a_cut()
    {
        Assert.Equal("HTTP 429", $"{(await AskAsync(RawServer.Http("429 Too Many Requests", "{}"))).Failure}");

        using var server = new RawServer(("reset", async socket =>
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(RawServer.Http("200 OK", $"{Hello}\n\n", "text/event-stream", length: 100_000)));
            await RawServer.Reset(socket);
        }
        ));
        // Of what was sent before a reset the other side may see nothing any more.
        Assert.Contains($"{(await AskAsync(server)).Failure}", (string[])["answer cut short", "closed before the answer"]);
    }

    [Theory]
    [InlineData("data: {\"a\": \"", "x")]
    [InlineData("", "data: x\n")]
    public async Task An_event_without_end_is_too_long(string begins, string goesOn)
    {
        using var server = new RawServer(("endless", RawServer.Endless(RawServer.Http("200 OK", begins, "text/event-stream", length: -1), goesOn)));

        Assert.Equal("answer too long", $"{(await AskAsync(server)).Failure}");
    }

    [Fact]
    public async Task Times_of_tokens_are_those_of_their_coming()
    {
        // The second token isn't sent before the first one was read.
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new RawServer(("slow", async socket =>
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(RawServer.Http("200 OK", $"{Hello}\n\n", "text/event-stream", length: -1)));
            await first.Task;
            await RawServer.Says($"{Hello}\n\n{Done}\n\n")(socket);
        }
        ));
        var time = new CountingTime(first);

        var answer = await new OpenAiTarget(_client, server.Uri, new RequestHeaders()).SendAsync(Payload.None, new RunClock(time), CancellationToken.None);

        // One look at the clock at the beginning of the run, one per token.
        Assert.Equal([1_000_000, 2_000_000], answer.Tokens!.AtMicros);
    }

    [Fact]
    public async Task Payloads_ask_for_a_stream_that_is_counted()
    {
        using var server = new RawServer(("good", RawServer.Says(Stream(Hello, Done))));
        var payload = PayloadFile.Read("p.json", """{"model": "m", "messages": [], "stream": false, "stream_options": {"x": 1}}"""u8.ToArray(), JsonPayload.Streaming)[0];

        await new OpenAiTarget(_client, server.Uri, new RequestHeaders()).SendAsync(payload, new RunClock(TimeProvider.System), CancellationToken.None);

        Assert.EndsWith("\r\n\r\n" + """{"model":"m","messages":[],"stream":true,"stream_options":{"x":1,"include_usage":true}}""", server.LastRequest);
    }

    private async Task<Answer> AskAsync(string says)
    {
        using var server = new RawServer(("says", RawServer.Says(says)));
        return await AskAsync(server);
    }

    private Task<Answer> AskAsync(RawServer server) =>
        new OpenAiTarget(_client, server.Uri, new RequestHeaders()).SendAsync(new Payload("{}"u8.ToArray()), new RunClock(TimeProvider.System), CancellationToken.None);

    private static string Stream(params string[] events) => RawServer.Http("200 OK", string.Concat(events.Select(one => $"{one}\n\n")), "text/event-stream", length: -1);

    /// <summary>A clock that is a second later each time it is read, and tells when a token was.</summary>
    private sealed class CountingTime(TaskCompletionSource read) : TimeProvider
    {
        private int _seconds = -1;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp()
        {
            if (++_seconds > 0)
            {
                read.TrySetResult();
            }
            return _seconds;
        }
    }
}
