using System.IO.Compression;
using System.Text;
using Infra.Capacity.Traces;

namespace Infra.Capacity.Tests.Traces;

public sealed class TraceReaderTests
{
    private static readonly TraceModels _one = new([new TraceModel("assistant", CountsTokens: true)]);
    private static readonly TraceModels _two = new([new TraceModel("assistant", CountsTokens: true), new TraceModel("image-classifier", CountsTokens: false)]);

    [Fact]
    public void Azure_writes_dates_with_seven_digits() => Assert.Equal(
        [new TraceRequest(0, 0, 374, 44), new TraceRequest(4_314_579, 0, 396, 109), new TraceRequest(4_541_877, 0, 879, 55)],
        Read("""
            TIMESTAMP,ContextTokens,GeneratedTokens
            2023-11-16 18:15:46.6805900,374,44
            2023-11-16 18:15:50.9951690,396,109
            2023-11-16 18:15:51.2224670,879,55
            """));

    [Fact]
    public void BurstGPT_writes_seconds_and_names_of_its_own() => Assert.Equal(
        [new TraceRequest(0, 0, 472, 18), new TraceRequest(40_000_000, 0, 1087, 230), new TraceRequest(113_000_000, 1, 417, 276)],
        Read(
            """
            Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type
            5,ChatGPT,472,18,490,Conversation log
            45,ChatGPT,1087,230,1317,Conversation log
            118,GPT-4,417,276,693,Conversation log
            """,
            new TraceModels([new TraceModel("assistant", true), new TraceModel("large", true)], new Dictionary<string, string> { ["ChatGPT"] = "assistant", ["GPT-4"] = "large" })));

    [Fact]
    public void Mooncake_writes_milliseconds_without_saying_so() => Assert.Equal(
        [new TraceRequest(0, 0, 655, 52), new TraceRequest(10_535_000, 0, 672, 26)],
        Read("""
            {"timestamp": 0, "input_length": 655, "output_length": 52, "hash_ids": [46, 47]}
            {"timestamp": 10535, "input_length": 672, "output_length": 26, "hash_ids": [46, 47]}
            """));

    [Fact]
    public void Our_own_form_names_models() => Assert.Equal(
        [new TraceRequest(0, 0, 374, 44), new TraceRequest(250_000, 1, 0, 0)],
        Read("""
            {"at": 12.5, "model": "assistant", "input_tokens": 374, "output_tokens": 44}

            {"at": 12.75, "model": "image-classifier"}
            """, _two));

    [Theory]
    [InlineData("1700158546.5", "1700158546.750001", 250_001)]
    [InlineData("1700158546500", "1700158546750", 250_000)]
    [InlineData("1700158546500000", "1700158546500001", 1)]
    [InlineData("1700158546500000000", "1700158546500002999", 2)]
    [InlineData("2024-05-10 00:00:00.009930+00:00", "2024-05-10 00:00:00.110000+00:00", 100_070)]
    [InlineData("2024-05-10T00:00:00Z", "2024-05-10T02:00:00.000000999+02:00", 0)]
    [InlineData("0.1", "0.3", 200_000)]
    [InlineData("1e-05", "1.5e2", 149_999_990)]
    public void Times_count_from_the_first(string first, string second, long micros) =>
        Assert.Equal([0, micros], Read($"at,model\n{first},image-classifier\n{second},image-classifier\n", _two).Select(request => request.AtMicros));

    [Fact]
    public void Columns_of_milliseconds_and_values_in_quotes_are_read() =>
        Assert.Equal([new TraceRequest(0, 0, 1, 2), new TraceRequest(1_500, 0, 3, 4)], Read("\"at_ms\",\"what, if any\",\"Prompt Tokens\",completionTokens\n0,\"a,b\",1,2\n1.5,,\"3\", 4 \n"));

    [Fact]
    public void Texts_with_quotes_and_commas_are_passed_over() =>
        Assert.Equal([new TraceRequest(0, 0, 1, 2), new TraceRequest(1_000_000, 0, 3, 4)], Read("at,prompt,input_tokens,output_tokens\n0,\"he said \"\"a, b\"\", and\",1,2\n1,\"\"\"x\"\"\",3,4\n"));

    [Fact]
    public void A_file_may_be_compressed_and_have_a_byte_order_mark_and_line_breaks_of_Windows()
    {
        const string Text = "TIMESTAMP,ContextTokens,GeneratedTokens\r\n2023-11-16 18:15:46,374,44\r\n2023-11-16 18:15:47,1,2";
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Text));
        }

        TraceRequest[] expected = [new(0, 0, 374, 44), new(1_000_000, 0, 1, 2)];
        Assert.Equal(expected, TraceReader.Read(new MemoryStream(compressed.ToArray()), _one));
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            Assert.Equal(expected, TraceReader.Read(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]), _one));
        }
    }

    [Fact]
    public void All_requests_can_be_for_one_model()
    {
        var models = new TraceModels([new TraceModel("assistant", true), new TraceModel("other", true)], all: "other");

        Assert.Equal([1, 1], Read("at,model,input_tokens,output_tokens\n1,ChatGPT,1,1\n2,GPT-4,1,1\n", models).Select(request => request.Model));
        Assert.Equal([1], Read("at,input_tokens,output_tokens\n1,1,1\n", models).Select(request => request.Model));
        Assert.Equal([0], Read("at,model,input_tokens,output_tokens\n1,assistant,1,1\n", models).Select(request => request.Model));
    }

    [Theory]
    [InlineData("", "t.csv: the file is empty")]
    [InlineData("\n \r\n", "t.csv: the file is empty")]
    [InlineData("at,input_tokens,output_tokens\n", "t.csv: there is no request below the names of the columns")]
    [InlineData("a,b\n1,2\n", "t.csv:1: no column says when requests come; there are: a, b; allowed: at, time, timestamp; at_ms, timestamp_ms for milliseconds. The first line names the columns")]
    [InlineData("at,timestamp\n1,2\n", "t.csv:1: 'at' and 'timestamp' say the same; leave one out")]
    [InlineData("at,input_tokens\n1,2\n", "t.csv:2: 'assistant' is a language model, and nothing says how long answers are; allowed: output_tokens, completion_tokens, generated_tokens, response_tokens, output_length")]
    [InlineData("at\n1\n", "t.csv:2: 'assistant' is a language model, and nothing says how long prompts are; allowed: input_tokens, prompt_tokens, context_tokens, request_tokens, input_length")]
    [InlineData("at,input_tokens,output_tokens\n1,2\n", "t.csv:2: the line has 2 values; the first line names 3 columns")]
    [InlineData("at,input_tokens,output_tokens\n1,2,3,4\n", "t.csv:2: the line has 4 values; the first line names 3 columns")]
    [InlineData("at,input_tokens,output_tokens\n1,2,3\n0.5,2,3\n", "t.csv:3: '0.5' is 0.5 s earlier than the request before; requests have to stand in the order of their times")]
    [InlineData("at,input_tokens,output_tokens\n-1,2,3\n", "t.csv:2: the time '-1' is negative; allowed: 0 or more")]
    [InlineData("at,input_tokens,output_tokens\n1,-2,3\n", "t.csv:2: '-2' in 'input_tokens' is no number of tokens; allowed: a whole number from 0 to 100,000,000")]
    [InlineData("at,input_tokens,output_tokens\n1,2,4000000000\n", "t.csv:2: '4000000000' in 'output_tokens' is no number of tokens; allowed: a whole number from 0 to 100,000,000")]
    [InlineData("at,model,input_tokens,output_tokens\n1,\"assi\nstant\",2,3\n", "t.csv:2: a quote doesn't end on the line: \"assi; a request is one line")]
    [InlineData("at,input_tokens,output_tokens\n1,2,3\n31622402,2,3\n", "t.csv:3: '31622402' is 366 days after the first request; allowed: 366 at most. Is it in another unit?")]
    [InlineData("at,input_tokens,output_tokens\n1,2,3\n9000000000000,2,3\n", "t.csv:3: '9000000000000' is 104,166,666 days after the first request; allowed: 366 at most. Is it in another unit?")]
    [InlineData("at,input_tokens,output_tokens\nnoon,2,3\n", "t.csv:2: 'noon' is no time; allowed: seconds, such as 12.5, seconds to nanoseconds since 1970, or a date and time, such as 2023-11-16 18:15:46.68")]
    [InlineData("at,input_tokens,output_tokens\n16/11/2023 18:15,2,3\n", "t.csv:2: '16/11/2023 18:15' is no time; allowed: seconds, such as 12.5, seconds to nanoseconds since 1970, or a date and time, such as 2023-11-16 18:15:46.68")]
    [InlineData("at,input_tokens,output_tokens\n1,2,3\n2023-11-16 18:15:46,2,3\n", "t.csv:3: '2023-11-16 18:15:46' is another form of time than the first one; a trace has to keep to one")]
    [InlineData("at,input_tokens,output_tokens\n2023-11-16 18:15:46,2,3\n1,2,3\n", "t.csv:3: '1' is another form of time than the first one; a trace has to keep to one")]
    [InlineData("at,input_tokens,output_tokens\n1,2,3\n79228162514264337593543950335,2,3\n", "t.csv:3: '79228162514264337593543950335' is no time; allowed: seconds, such as 12.5, seconds to nanoseconds since 1970, or a date and time, such as 2023-11-16 18:15:46.68")]
    [InlineData("at,model,input_tokens,output_tokens\n1,GPT-4,2,3\n", "t.csv:2: the plan has no model 'GPT-4'; there are: assistant; --model GPT-4=NAME says which one is meant")]
    [InlineData("{\"at\": 1, \"input_tokens\": 2, \"output_tokens\": 3}\n{\"at\": 2, \"input_tokens\": 2, \"outp", "t.csv:2: this is no JSON object on a line of its own: {\"at\": 2, \"input_tokens\": 2, \"outp")]
    [InlineData("{\"at\": 1, \"input_tokens\": 2, \"output_tokens\": 3}\n[1]\n", "t.csv:2: this is no JSON object on a line of its own: [1]")]
    [InlineData("{\"at\": 1, \"input_tokens\": 2, \"output_tokens\": 3} {}\n", "t.csv:1: this is no JSON object on a line of its own: {\"at\": 1, \"input_tokens\": 2, \"output_tokens\": 3} {}")]
    [InlineData("{\"when\": 1, \"input_tokens\": 2}\n", "t.csv:1: nothing says when the request comes; there are: when, input_tokens; allowed: at, time, timestamp; at_ms, timestamp_ms for milliseconds")]
    [InlineData("{\"at\": null}\n", "t.csv:1: 'at' is null; allowed: a number or a text")]
    [InlineData("{\"at\": 1, \"time\": 2}\n", "t.csv:1: 'at' and 'time' say the same; leave one out")]
    [InlineData("{\"at\": 1, \"input_tokens\": 2.5, \"output_tokens\": 3}\n", "t.csv:1: '2.5' in 'input_tokens' is no number of tokens; allowed: a whole number from 0 to 100,000,000")]
    public void What_is_wrong_is_said_in_a_line(string text, string message)
    {
        var wrong = Assert.Throws<TraceFormatException>(() => Read(text));

        Assert.Equal(message, wrong.MessageFor("t.csv"));
    }

    [Fact]
    public void Without_names_of_models_there_has_to_be_one_model()
    {
        var wrong = Assert.Throws<TraceFormatException>(() => Read("at\n1\n", _two));

        Assert.Equal("t.csv:2: nothing says which model requests are for; name it with --model NAME, or add a column 'model'; there are: assistant, image-classifier", wrong.MessageFor("t.csv"));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'t', (byte)'\n', (byte)'1', 0xE9, (byte)'\n' }, 2)]
    [InlineData(new byte[] { (byte)'a', 0, (byte)'t', 0, (byte)'\n', 0 }, 1)]
    public void Another_encoding_is_told_at_its_line(byte[] bytes, int line)
    {
        var wrong = Assert.Throws<TraceFormatException>(() => TraceReader.Read(new MemoryStream(bytes), _one).ToList());

        Assert.Equal($"t.csv:{line}: this isn't UTF-8 text; allowed: UTF-8, or UTF-16 with a byte order mark, compressed with gzip or not", wrong.MessageFor("t.csv"));
    }

    [Fact]
    public void A_line_without_end_is_refused_and_one_of_the_greatest_length_is_read()
    {
        var longest = $"{{\"at\": 1, \"input_tokens\": 2, \"output_tokens\": 3, \"x\": \"{new string('x', 65536 - 57)}\"}}";
        var wrong = Assert.Throws<TraceFormatException>(() => Read($"{longest}\n{longest} \n"));

        Assert.Equal(65536, longest.Length);
        Assert.Equal([new TraceRequest(0, 0, 2, 3), new TraceRequest(0, 0, 2, 3)], Read($"{longest}\r\n{longest}"));
        Assert.Equal("t.csv:2: the line has more than 65,536 characters; a request is one line, and every request has its own", wrong.MessageFor("t.csv"));
        Assert.Equal(1, Assert.Throws<TraceFormatException>(() => Read(new string('x', 1_000_000))).Line);
    }

    [Fact]
    public void Damaged_compression_is_told()
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("at,input_tokens,output_tokens\n1,2,3\n2,3,4\n"));
        }

        var wrong = Assert.Throws<TraceFormatException>(() => TraceReader.Read(new MemoryStream(compressed.ToArray()[..^20]), _one).ToList());

        Assert.StartsWith("t.csv.gz: the compressed data is damaged after line ", wrong.MessageFor("t.csv.gz"), StringComparison.Ordinal);
    }

    // What one thread allocates isn't disturbed by tests on others: a line, a string or a request of which something was kept would show up 400,000 times.
    [Fact]
    public void A_trace_without_end_is_read_in_memory_that_does_not_grow()
    {
        using var requests = TraceReader.Read(new EndlessTrace(), _one).GetEnumerator();
        Assert.True(requests.MoveNext());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var second = 1; second <= 400_000; second++)
        {
            if (!requests.MoveNext() || requests.Current.AtMicros != second * 1_000_000L)
            {
                Assert.Fail($"request {second} is {requests.Current}");
            }
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private static List<TraceRequest> Read(string text, TraceModels? models = null) => [.. TraceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), models ?? _one)];
}
