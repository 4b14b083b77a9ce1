using System.Text;
using Infra.LoadTesting.Payloads;
using Newtonsoft.Json.Linq;

namespace Infra.LoadTesting.Tests.Payloads;

public sealed class PayloadTests
{
    private const string Request = """{"inputs": [{"name": "x", "shape": [1, 2], "datatype": "FP32", "data": [[1.0, 2]]}], "model_version": "3", "signature_name": "s"}""";

    // By hand, from the protocols' numbers: field << 3 | wire type.
    [Fact]
    public void A_request_of_the_Open_Inference_Protocol() => Assert.Equal(
        [
            0x0A, 1, (byte)'m',
            0x12, 1, (byte)'3',
            0x2A, 0x19,
            0x0A, 1, (byte)'x',
            0x12, 4, (byte)'F', (byte)'P', (byte)'3', (byte)'2',
            0x1A, 2, 1, 2,
            0x2A, 10, 0x32, 8, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40,
        ],
        GrpcPayload.OpenInference(JObject.Parse(Request), "m"));

    [Fact]
    public void A_request_of_TensorFlow_Serving() => Assert.Equal(
        [
            0x0A, 10, 0x0A, 1, (byte)'m', 0x12, 2, 0x08, 3, 0x1A, 1, (byte)'s',
            0x12, 0x1B,
            0x0A, 1, (byte)'x',
            0x12, 0x16,
            0x08, 1,
            0x12, 8, 0x12, 2, 0x08, 1, 0x12, 2, 0x08, 2,
            0x2A, 8, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40,
        ],
        GrpcPayload.TensorFlow(JObject.Parse(Request), "m"));

    [Theory]
    [InlineData("""{}""", "'inputs' must be a list of tensors, each with name, shape, datatype and data")]
    [InlineData("""{"inputs": [5]}""", "inputs[0]: a tensor has name, shape, datatype and data")]
    [InlineData("""{"inputs": [{"name": "x", "shape": [1], "datatype": "FP16", "data": [1]}]}""", "inputs[0].datatype: allowed: FP32, FP64, INT32, UINT8, INT64, BOOL, BYTES; give others as a binary message (.pb)")]
    [InlineData("""{"inputs": [{"name": "x", "shape": [-1], "datatype": "FP32", "data": [1]}]}""", "inputs[0].shape: must be whole numbers, 0 or more")]
    [InlineData("""{"inputs": [{"name": "x", "shape": [2, 2], "datatype": "FP32", "data": [[1, 2], [3]]}]}""", "inputs[0].data: has 3 values; the shape takes 4")]
    [InlineData("""{"inputs": [{"name": "x", "shape": [1], "datatype": "UINT8", "data": [256]}]}""", "inputs[0].data: has a value that is no UINT8")]
    [InlineData("""{"inputs": [{"name": "x", "shape": [1], "datatype": "BYTES", "data": [1]}]}""", "inputs[0].data: has a value that is no BYTES")]
    public void What_is_no_request_is_refused(string json, string message) =>
        Assert.Equal(message, Assert.Throws<PayloadException>(() => GrpcPayload.OpenInference(JObject.Parse(json), "m")).Message);

    [Fact]
    public void Lines_are_payloads_of_their_own() => Assert.Equal(
        ["""{"a":1}""", """{"a":"2026-01-01T00:00:00Z","b":1e300}"""],
        Read("p.jsonl", "{\"a\": 1}\n\n  {\"a\": \"2026-01-01T00:00:00Z\", \"b\": 1e300}\r\n").Select(text => text.Replace("1E+300", "1e300", StringComparison.Ordinal)));

    [Theory]
    [InlineData("p.json", "{", "it is no JSON")]
    [InlineData("p.json", "[1]", "a JSON object was expected")]
    [InlineData("p.json", "{} {}", "there is more than one document; one on each line belongs into a file whose name ends in .jsonl")]
    [InlineData("p.jsonl", "{}\nsecret", "line 2: it is no JSON")]
    [InlineData("p.jsonl", "\n\n", "the file is empty")]
    [InlineData("p.pb", "", "the file is empty")]
    public void What_is_no_payload_is_refused_without_being_shown(string path, string text, string message) =>
        Assert.Equal(message, Assert.Throws<PayloadException>(() => Read(path, text)).Message);

    [Fact]
    public void A_binary_message_goes_out_as_it_is_and_isn_t_taken_for_text()
    {
        byte[] message = [0xFF, 0xFE, 0];

        Assert.Equal(message, PayloadFile.Read("m.pb", message, JsonPayload.AsIs)[0].Content.ToArray());
        Assert.Equal("it is not UTF-8; a binary message of gRPC has a name that ends in .pb or .bin", Assert.Throws<PayloadException>(() => PayloadFile.Read("m.json", message, JsonPayload.AsIs)).Message);
    }

    private static List<string> Read(string path, string text) =>
        [.. PayloadFile.Read(path, Encoding.UTF8.GetBytes(text), JsonPayload.AsIs).Select(payload => Encoding.UTF8.GetString(payload.Content.Span))];
}
