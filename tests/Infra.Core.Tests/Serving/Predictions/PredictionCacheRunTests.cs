using System.Net.Http.Headers;
using Infra.Core.Serving.Predictions;

namespace Infra.Core.Tests.Serving.Predictions;

/// <summary>What the script does with requests, asked of a real server.</summary>
public sealed class PredictionCacheRunTests
{
    private const string Body = """{"instances": [1]}""";

    [SkippableFact]
    public async Task The_second_answer_comes_out_of_the_store_and_is_the_first_one()
    {
        await using var cache = await StartAsync();

        Assert.Equal("miss {\"call\": 1}", await cache.AskAsync(Body));
        var stored = await cache.AskUntilStoredAsync(Body);
        var calls = cache.Calls;

        Assert.StartsWith("hit {\"call\": ", stored, StringComparison.Ordinal);
        Assert.StartsWith("hit {\"call\": ", await cache.AskAsync(Body), StringComparison.Ordinal);
        Assert.Equal(calls, cache.Calls);
    }

    [SkippableFact]
    public async Task Another_body_path_or_type_is_another_question()
    {
        await using var cache = await StartAsync();
        _ = await cache.AskUntilStoredAsync(Body);

        Assert.StartsWith("miss ", await cache.AskAsync("""{"instances": [2]}"""), StringComparison.Ordinal);
        Assert.StartsWith("miss ", await cache.AskAsync(Body, path: "v1/models/reader/versions/2:predict"), StringComparison.Ordinal);
        Assert.StartsWith("miss ", await cache.AskAsync(Body, request => request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain")), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_is_one_callers_own_is_neither_looked_up_nor_kept()
    {
        await using var cache = await StartAsync();
        _ = await cache.AskUntilStoredAsync(Body);

        Assert.StartsWith("bypass ", await cache.AskAsync(Body, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "x")), StringComparison.Ordinal);
        Assert.StartsWith("bypass ", await cache.AskAsync(Body, request => request.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true }), StringComparison.Ordinal);
        Assert.StartsWith("bypass ", await cache.AskAsync("""{"prompt": "a", "stream": true}"""), StringComparison.Ordinal);
        Assert.StartsWith("bypass ", await cache.AskAsync(Body, request => { request.Method = HttpMethod.Get; request.Content = null; }), StringComparison.Ordinal);
        Assert.StartsWith("bypass ", await cache.AskAsync(new string('x', 70_000)), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_header_of_the_key_tells_callers_apart()
    {
        await using var cache = await StartAsync(options => options with { KeyHeaders = ["authorization"] });
        Action<HttpRequestMessage> Of(string token) => request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        string answer;
        do
        {
            answer = await cache.AskAsync(Body, Of("a"));
        }
        while (!answer.StartsWith("hit ", StringComparison.Ordinal) && cache.Calls < 200);

        Assert.StartsWith("hit ", answer, StringComparison.Ordinal);
        Assert.StartsWith("miss ", await cache.AskAsync(Body, Of("b")), StringComparison.Ordinal);
    }

    // A client finds the tensors by this header, and a body that is cut elsewhere is another question.
    [SkippableFact]
    public async Task Triton_s_tensors_are_where_the_model_said()
    {
        await using var cache = await StartAsync();
        cache.Answer = (response, _) =>
        {
            response.Headers["Inference-Header-Content-Length"] = "2";
            response.OutputStream.Write([(byte)'{', (byte)'}', 0, 10, 255]);
        };
        Action<HttpRequestMessage> Cut(string at) => request => request.Headers.Add("Inference-Header-Content-Length", at);
        HttpResponseMessage response;
        do
        {
            response = await cache.SendAsync(Body, Cut("7"));
        }
        while (response.Headers.GetValues("X-Prediction-Cache").Single() != "hit" && cache.Calls < 200);

        Assert.Equal("hit", response.Headers.GetValues("X-Prediction-Cache").Single());
        Assert.Equal("2", response.Headers.GetValues("Inference-Header-Content-Length").Single());
        Assert.Equal([(byte)'{', (byte)'}', 0, 10, 255], await response.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("miss ", await cache.AskAsync(Body, Cut("8")), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(500, "application/json", "", "")]
    [InlineData(200, "text/event-stream", "", "")]
    [InlineData(200, "application/json", "Cache-Control", "no-store")]
    [InlineData(200, "application/json", "Set-Cookie", "a=b")]
    [InlineData(200, "application/json", "Content-Encoding", "br")]
    public async Task Answers_that_are_not_for_everybody_are_not_kept(int status, string type, string header, string value)
    {
        await using var cache = await StartAsync();
        cache.Answer = (response, _) =>
        {
            response.StatusCode = status;
            response.ContentType = type;
            if (header.Length > 0)
            {
                response.Headers[header] = value;
            }

            response.OutputStream.Write("x"u8);
        };
        for (var i = 0; i < 20; i++)
        {
            Assert.StartsWith("miss ", await cache.AskAsync(Body), StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task An_answer_that_is_too_large_is_handed_on_and_not_kept()
    {
        await using var cache = await StartAsync();
        cache.Answer = (response, _) => response.OutputStream.Write(new byte[70_000]);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(70_000, (await cache.AskAsync(Body)).Length - "miss ".Length);
        }
    }

    [SkippableFact]
    public async Task Without_a_store_the_model_answers()
    {
        await using var cache = await StartAsync(withStore: false);

        Assert.Equal("error {\"call\": 1}", await cache.AskAsync(Body));
        Assert.Equal("error {\"call\": 2}", await cache.AskAsync(Body));
    }

    [SkippableFact]
    public async Task It_counts_how_requests_were_answered()
    {
        await using var cache = await StartAsync(withStore: false);
        _ = await cache.AskAsync(Body);
        _ = await cache.AskAsync(Body, request => request.Headers.CacheControl = new CacheControlHeaderValue { NoStore = true });

        Assert.Equal(
            """
            # HELP prediction_cache_requests_total Requests by how they were answered.
            # TYPE prediction_cache_requests_total counter
            prediction_cache_requests_total{result="bypass"} 1
            prediction_cache_requests_total{result="error"} 1
            prediction_cache_requests_total{result="hit"} 0
            prediction_cache_requests_total{result="miss"} 0

            """.ReplaceLineEndings("\n"),
            await cache.MetricsAsync());
    }

    private static Task<RunningCache> StartAsync(
        Func<PredictionCacheOptions, PredictionCacheOptions>? change = null, bool withStore = true)
    {
        Skip.IfNot(RunningCache.IsPossible, "nginx with Lua and Redis aren't installed (Debian: nginx-light libnginx-mod-http-lua lua-nginx-redis lua-nginx-string lua-cjson redis-server)");
        return RunningCache.StartAsync(change, withStore);
    }
}
