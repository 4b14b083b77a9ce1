using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.LoadTesting.Payloads;

/// <summary>Reads the payloads of a file: one document of JSON, or one on each line where its name ends in <c>.jsonl</c>; or one binary message (<c>.pb</c>, <c>.bin</c>).</summary>
public static class PayloadFile
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool IsBinary(string path) => Ends(path, ".pb") || Ends(path, ".bin");

    /// <summary>The payloads.</summary>
    /// <param name="path">The file's name, which says what stands in it.</param>
    /// <param name="content">What stands in it.</param>
    /// <param name="encode">Makes of JSON what the endpoint wants.</param>
    /// <exception cref="PayloadException">It is something else.</exception>
    public static IReadOnlyList<Payload> Read(string path, byte[] content, Func<JObject, byte[]> encode)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (IsBinary(path))
        {
            return content.Length == 0 ? throw new PayloadException("the file is empty") : [new Payload(content)];
        }
        var text = Text(content);
        if (!Ends(path, ".jsonl"))
        {
            return [Of(text, "", encode)];
        }
        var payloads = text.Split('\n').Select((line, index) => (Line: line.Trim(), Place: $"line {index + 1}: ")).Where(line => line.Line.Length > 0)
            .Select(line => Of(line.Line, line.Place, encode)).ToList();
        return payloads.Count > 0 ? payloads : throw new PayloadException("the file is empty");
    }

    private static bool Ends(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static string Text(byte[] content)
    {
        try
        {
            return _utf8.GetString(content).TrimStart('\uFEFF');
        }
        catch (ArgumentException)
        {
            throw new PayloadException("it is not UTF-8; a binary message of gRPC has a name that ends in .pb or .bin");
        }
    }

    // What stands in a payload is never repeated: it may be somebody's text.
    private static Payload Of(string text, string place, Func<JObject, byte[]> encode)
    {
        JToken token;
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, SupportMultipleContent = true };
            token = JToken.ReadFrom(reader);
            if (reader.Read())
            {
                throw new PayloadException($"{place}there is more than one document; one on each line belongs into a file whose name ends in .jsonl");
            }
        }
        catch (Exception e) when (e is JsonException or OverflowException)
        {
            throw new PayloadException($"{place}it is no JSON");
        }
        try
        {
            return token is JObject document ? new Payload(encode(document)) : throw new PayloadException("a JSON object was expected");
        }
        catch (PayloadException e)
        {
            throw new PayloadException($"{place}{e.Message}");
        }
    }
}
