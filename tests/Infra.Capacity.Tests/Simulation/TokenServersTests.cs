using Infra.Capacity.Service;
using Infra.Capacity.Simulation;
using Infra.Capacity.Traces;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>Language models, computed by hand, iteration by iteration: a prompt token takes 1 µs, an iteration 8 µs and 2 µs for each sequence that decodes.</summary>
public sealed class TokenServersTests
{
    private static readonly TokenProfile _profile = Platforms.Tokens;

    [Fact]
    public void A_prompt_is_read_while_another_answer_goes_on()
    {
        var result = Run(_profile, new(0, 0, 20, 3), new(5, 0, 30, 2));

        // 0 to 20: the first prompt is read and gives its first token. 20 to 60: its second token, and the other prompt. 60 to 72: the last token of both.
        Assert.Equal([20, 55], result.FirstToken.Values());
        Assert.Equal([12, 12, 40], result.InterToken.Values());
        Assert.Equal([67, 72], result.Latency.Values());
        Assert.Equal([0, 15], result.Waiting.Values());
        Assert.Equal((3, 5, 50, 5), (result.Batches, result.BatchedItems, result.PromptTokens, result.OutputTokens));
    }

    [Fact]
    public void Who_comes_while_answers_go_on_is_taken_up_after_the_iteration_that_runs()
    {
        var result = Run(_profile, new(0, 0, 20, 10), new(45, 0, 10, 1));

        // Iterations of 10 from 20 on; the one from 40 to 50 is the last without the new prompt, which is read from 50 to 70 beside a token; then five more of 10.
        Assert.Equal([20, 25], result.FirstToken.Values());
        Assert.Equal([10, 10, 10, 10, 10, 10, 10, 10, 20], result.InterToken.Values());
        Assert.Equal([25, 120], result.Latency.Values());
    }

    [Fact]
    public void A_long_prompt_is_read_in_pieces_beside_those_who_decode()
    {
        var result = Run(_profile with { MaxBatchedTokens = 16 }, new(0, 0, 10, 4), new(1, 0, 40, 1));

        // 0 to 10 the first prompt, with 6 tokens of budget left for nobody. Then 15 tokens of the second in each iteration, 10 µs and 15: 35, 60; the last 10 take 20: 80.
        Assert.Equal([10, 79], result.FirstToken.Values());
        Assert.Equal([20, 25, 25], result.InterToken.Values());
        Assert.Equal([79, 80], result.Latency.Values());
    }

    [Fact]
    public void Iterations_take_longer_as_the_cache_fills()
    {
        var result = Run(_profile with { DecodeMicrosPerCachedToken = 1 }, new TraceRequest(0, 0, 20, 4));

        // 20, then 30, 31 and 32, seen as three of 31.
        Assert.Equal([31, 31, 31], result.InterToken.Values());
        Assert.Equal([113], result.Latency.Values());
    }

    [Fact]
    public void Who_came_last_gives_up_its_cache_and_is_read_again()
    {
        var result = Run(_profile with { KvTokens = 60 }, new(0, 0, 20, 20), new(0, 0, 30, 10));

        // At 108 the cache holds 25 and 34 tokens, and both would need one more. The first ends alone, at 248. Then 35 tokens are read again, which gives the sixth token at 283, and four more take 40.
        Assert.Equal(1, result.Preemptions);
        Assert.Equal((248, 323, 2), (result.Latency.MinMicros, result.Latency.MaxMicros, result.Latency.Count));
        Assert.Equal((85, 30), (result.PromptTokens, result.OutputTokens));
        Assert.Equal(28, result.InterToken.Count);
        Assert.Equal(175, result.InterToken.MaxMicros);
    }

    [Fact]
    public void No_more_sequences_than_allowed_run_at_a_time()
    {
        var result = Run(_profile with { MaxSequences = 1 }, new(0, 0, 10, 2), new(0, 0, 10, 2));

        Assert.Equal([0, 20], result.Waiting.Values());
        Assert.Equal([20, 40], result.Latency.Values());
    }

    [Fact]
    public void Who_waits_for_room_in_the_cache_is_taken_up_when_there_is_some()
    {
        var result = Run(_profile with { KvTokens = 50 }, new(0, 0, 30, 2), new(0, 0, 30, 2));

        // 30 and 10, twice.
        Assert.Equal([0, 40], result.Waiting.Values());
        Assert.Equal([40, 80], result.Latency.Values());
        Assert.Equal(0, result.Preemptions);
    }

    [Fact]
    public void What_could_never_end_is_rejected()
    {
        var result = Run(_profile with { KvTokens = 49 }, new(0, 0, 40, 11), new(0, 0, 40, 10));

        Assert.Equal((1, 1), (result.Requests.TooLong, result.Requests.Completed));
    }

    [Fact]
    public void What_is_longer_than_the_context_is_rejected_whatever_the_cache_would_hold()
    {
        var result = Run(_profile with { MaxTokens = 50 }, new(0, 0, 40, 11), new(0, 0, 40, 10), new(0, 0, 100_000_000, 100_000_000), new(0, 0, 0, 0));

        // 40, and then beside an iteration of 10 a prompt of no token, which is read as one; an answer of none is one.
        Assert.Equal((2, 2), (result.Requests.TooLong, result.Requests.Completed));
        Assert.Equal([40, 51], result.FirstToken.Values());
    }

    [Fact]
    public void A_replica_without_a_queue_takes_what_it_can_begin_with()
    {
        var result = Platforms.Of(Platforms.Model(_profile with { MaxSequences = 1 }) with { QueueLimit = 0 }).Run([new(0, 0, 20, 2), new(10, 0, 20, 1), new(100, 0, 20, 1)]).Models[0];

        Assert.Equal((1, 2), (result.Requests.QueueFull, result.Requests.Completed));
        Assert.Equal([20, 30], result.Latency.Values());
    }

    [Fact]
    public void An_answer_that_nobody_waits_for_ends_with_the_iteration()
    {
        var platform = Platforms.Of(Platforms.Model(_profile with { MaxSequences = 1 }) with { RequestTimeoutMicros = 75 });

        var result = platform.Run([new(0, 0, 20, 100), new(10, 0, 20, 2)]).Models[0];

        // The first caller goes at 75, the iteration ends at 80; then 20 and 10 for the other one, whose caller would have gone at 85. It was waiting until 80, and is given up in service.
        Assert.Equal((0, 2), (result.Requests.Completed, result.Requests.TimedOutInService));
        Assert.Equal([0, 70], result.Waiting.Values());
    }

    [Fact]
    public void Many_iterations_are_one_event_and_the_same_time()
    {
        var alone = Run(_profile with { KvTokens = 200_000 }, new TraceRequest(0, 0, 1, 100_001));

        Assert.Equal(1_000_001, alone.Latency.MaxMicros);
        Assert.Equal(100_000, alone.InterToken.Count);
        Assert.Equal(100_001, alone.Batches);
    }

    private static ModelResult Run(TokenProfile profile, params TraceRequest[] requests) => Platforms.Of(Platforms.Model(profile)).Run(requests).Models[0];
}
