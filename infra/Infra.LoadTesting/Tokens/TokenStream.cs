using System.Net.ServerSentEvents;
using Infra.LoadTesting.Runs;
using Infra.LoadTesting.Targets;

namespace Infra.LoadTesting.Tokens;

/// <summary>Takes a stream of server-sent events with tokens, and notes when they came.</summary>
internal static class TokenStream
{
    /// <exception cref="System.Text.Json.JsonException">An event isn't JSON.</exception>
    public static async Task<Answer> ReadAsync(Stream body, RunClock clock, CancellationToken cancellation)
    {
        var times = new List<long>();
        int? prompt = null;
        int? completion = null;
        var isEvents = false;
        using var events = new EventBody(body);
        await foreach (var item in SseParser.Create(events, static (_, data) => TokenEvent.Parse(data)).EnumerateAsync(cancellation))
        {
            isEvents = true;
            var said = item.Data;
            (prompt, completion) = (said.PromptTokens ?? prompt, said.CompletionTokens ?? completion);
            switch (said.Kind)
            {
                case TokenEventKind.Content:
                    times.Add(clock.Micros);
                    break;
                case TokenEventKind.Error:
                    return Answer.Failed(FailureKind.StreamError);
                case TokenEventKind.End:
                    // An answer without a token is one that nobody can use.
                    return times.Count > 0 ? new Answer(Tokens: new TokenTimes(times, prompt, completion)) : Answer.Failed(FailureKind.Malformed);
                default:
                    break;
            }
        }
        // A server that doesn't stream answers with one document, in which no event is.
        return Answer.Failed(events.HasBytes && !isEvents ? FailureKind.Malformed : FailureKind.Cut);
    }
}
