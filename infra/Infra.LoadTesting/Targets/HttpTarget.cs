using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Runs;

namespace Infra.LoadTesting.Targets;

/// <summary>An endpoint that answers a request at once, over HTTP.</summary>
/// <param name="client">Sends it.</param>
/// <param name="uri">Where.</param>
/// <param name="headers">What goes along.</param>
/// <param name="expectsJson">Whether anything but JSON is a failure.</param>
public sealed class HttpTarget(HttpMessageInvoker client, Uri uri, RequestHeaders headers, bool expectsJson) : ITarget
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
            if (!response.IsSuccessStatusCode)
            {
                await body.CopyToAsync(Stream.Null, cancellation);
                return Answer.Failed(FailureKind.HttpStatus, $"{(int)response.StatusCode}");
            }
            if (expectsJson)
            {
                await JsonBody.ReadAsync(body, cancellation);
            }
            else
            {
                await body.CopyToAsync(Stream.Null, cancellation);
            }
            return Answer.Good;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Answer(Failures.Of(e, hasBegun));
        }
    }
}
