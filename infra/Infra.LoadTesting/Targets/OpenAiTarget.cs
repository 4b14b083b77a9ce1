using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Runs;
using Infra.LoadTesting.Tokens;

namespace Infra.LoadTesting.Targets;

/// <summary>An endpoint that streams tokens as OpenAI's chat and text completions do: vLLM, SGLang, TensorRT-LLM, TGI and others.</summary>
public sealed class OpenAiTarget(HttpMessageInvoker client, Uri uri, RequestHeaders headers) : ITarget
{
    public async Task<Answer> SendAsync(Payload payload, RunClock clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(payload);
        using var request = JsonRequest.Of(uri, payload, headers);
        var hasBegun = false;
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            hasBegun = true;
            using var body = await response.Content.ReadAsStreamAsync(cancellation);
            if (response.IsSuccessStatusCode)
            {
                return await TokenStream.ReadAsync(body, clock, cancellation);
            }
            await body.CopyToAsync(Stream.Null, cancellation);
            return Answer.Failed(FailureKind.HttpStatus, $"{(int)response.StatusCode}");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Answer(Failures.Of(e, hasBegun));
        }
    }
}
