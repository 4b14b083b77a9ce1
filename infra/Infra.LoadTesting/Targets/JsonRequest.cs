using System.Net.Http.Headers;
using Infra.LoadTesting.Payloads;

namespace Infra.LoadTesting.Targets;

/// <summary>A request with a payload of JSON; with GET where there is none.</summary>
internal static class JsonRequest
{
    private static readonly MediaTypeHeaderValue _json = new("application/json");

    public static HttpRequestMessage Of(Uri uri, Payload payload, RequestHeaders headers)
    {
        var request = new HttpRequestMessage(payload.Content.IsEmpty ? HttpMethod.Get : HttpMethod.Post, uri);
        if (!payload.Content.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(payload.Content) { Headers = { ContentType = _json } };
        }
        headers.AddTo(request);
        return request;
    }
}
