using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.LoadTesting.Payloads;

/// <summary>Payloads that go out as JSON.</summary>
public static class JsonPayload
{
    public static byte[] AsIs(JObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Encoding.UTF8.GetBytes(document.ToString(Formatting.None));
    }

    /// <summary>A completion that is streamed and counted: <c>stream</c> and <c>stream_options.include_usage</c> are switched on, everything else stays.</summary>
    public static byte[] Streaming(JObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        document["stream"] = true;
        if (document["stream_options"] is not JObject options)
        {
            document["stream_options"] = options = [];
        }
        options["include_usage"] = true;
        return AsIs(document);
    }
}
