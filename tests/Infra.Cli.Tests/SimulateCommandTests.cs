using Infra.Cli.Tests.EndToEnd;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

public sealed class SimulateCommandTests : IDisposable
{
    private readonly CommandLineFixture _fixture = new();
    private readonly TemporaryFolder _folder = new();
    private readonly Checkout _checkout = new();

    public void Dispose()
    {
        _fixture.Dispose();
        _checkout.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("simulate dev --trace nowhere.csv", "error: --trace: there is no file 'nowhere.csv'\n")]
    [InlineData("simulate dev --trace a.csv --synthetic steady", "error: --trace and --synthetic are two ways to say which requests come; leave one out\n")]
    [InlineData("simulate dev --synthetic stedy", "error: there is no kind of traffic 'stedy'; did you mean 'steady'? there are: burst, diurnal, flash-crowd, steady\n")]
    [InlineData("simulate dev --synthetic steady", "error: --synthetic needs --rate MODEL=RATE, such as --rate assistant=2/s\n")]
    [InlineData("simulate dev --synthetic steady --rate assistant=2", "error: --rate is '2'; allowed: a rate such as 10/s, 90/min or 2.5/h, more than 0 and at most 1000000/s\n")]
    [InlineData("simulate dev --synthetic steady --rate 1/s --rate 2/s", "error: --rate says twice what holds for all models; say it once\n")]
    [InlineData("simulate dev --synthetic steady --rate a=1/s --rate a=2/s", "error: --rate says twice what 'a' is; say it once\n")]
    [InlineData("simulate dev --synthetic diurnal --rate 1/s --peak 3", "error: --peak is '3'; allowed: a number from 1 to 2\n")]
    [InlineData("simulate dev --synthetic steady --rate 1/s --model a", "error: --model is for --trace; leave it out\n")]
    [InlineData("simulate dev --synthetic steady --rate 1/s --duration 1", "error: --duration is '1'; allowed: a duration such as 30s, 5m, 1h30m or 500ms, from 1s to 744h\n")]
    [InlineData("simulate dev --synthetic steady --rate 1/s --seed -1", "error: --seed is '-1'; allowed: a whole number, 0 or more\n")]
    [InlineData("simulate dev --synthetic steady --rate 1/s --start noon", "error: --start is 'noon'; allowed: a date and time, such as 2026-01-05T08:00:00Z\n")]
    [InlineData("simulate dev --synthetic steady --rate 1/s --profile a.json", "error: --profile needs MODEL=FILE\n")]
    [InlineData("simulate dev --synthetic steady --rate 1/s --update assistant", "error: --update is 'assistant'; allowed: MODEL=DURATION, a duration such as 30s, 5m, 1h30m or 500ms\n")]
    [InlineData("simulate dev --synthetic steady --rate 1/s --html", "error: --html needs --out FILE for its page\n")]
    [InlineData("simulate dev --synthetic steady --rate 1/s --json --markdown", "error: --markdown and --json are two forms of the same; leave one out\n")]
    [InlineData("simulate dev", "error: which requests come? Say --trace FILE or --synthetic KIND, or set gpu-inference:capacity in the environment's file\n  './run simulate --help' shows the usage.\n")]
    [InlineData("simulate dev --synthetic steady --rate helper=1/s", "error: --rate: the plan has no model 'helper'; there are: (none)\n")]
    public async Task What_can_not_be_done_is_said(string command, string error)
    {
        var result = await _fixture.RunAsync(command.Split(' '));

        Assert.Equal((2, "", error), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task A_trace_is_sent_to_a_shipped_environment_and_to_what_it_is_compared_with()
    {
        var trace = _folder.Write("t.csv", "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46.6805900,374,44\n2023-11-16 18:15:50.9951690,396,109\n2023-11-16 18:15:51.2224670,879,55\n");
        var plan = _folder.Write("dev.json", (await _checkout.RunAsync("preview", "dev", "--json")).Output);

        var result = await _checkout.RunAsync("simulate", "dev", "--trace", trace, "--model", "assistant", "--json", "--against", plan);
        var document = JObject.Parse(result.Output);
        var assistant = document["models"]![0]!;

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(("assistant", 3, 3, 208), ((string?)assistant["name"], (int)assistant["requests"]!["arrived"]!, (int)assistant["requests"]!["completed"]!, (int)assistant["outputTokens"]!));
        Assert.True((bool)assistant["estimate"]!);
        Assert.True(JToken.DeepEquals(assistant, document["before"]!["models"]![0]));
        Assert.Equal(result.Output, (await _checkout.RunAsync("simulate", "dev", "--trace", trace, "--model", "assistant", "--json", "--against", plan)).Output);
    }

    [Fact]
    public async Task A_model_is_updated_while_requests_come()
    {
        var result = await _checkout.RunAsync("simulate", "dev", "--synthetic", "steady", "--rate", "assistant=6/min", "--duration", "2h", "--update", "assistant=20m", "--json");
        var updates = JObject.Parse(result.Output)["events"]!.Where(one => ((string)one["kind"]!).StartsWith("rollout", StringComparison.Ordinal)).ToList();

        Assert.Equal(["rolloutStarted", "rolloutDone"], updates.Select(one => (string)one["kind"]!));
        Assert.All(updates, one => Assert.Equal("assistant", (string?)one["subject"]));
        Assert.Equal(1_200_000_000, (long)updates[0]["atMicros"]!);

        var unknown = await _checkout.RunAsync("simulate", "dev", "--synthetic", "steady", "--rate", "assistant=6/min", "--update", "asistant=20m");

        Assert.Equal((2, "", "error: --update: 'asistant' is no model that can be simulated; there are: assistant\n"), (unknown.ExitCode, unknown.Output, unknown.Error));
    }

    [Fact]
    public async Task A_broken_trace_is_told_with_its_line()
    {
        var trace = _folder.Write("t.csv", "at,model,input_tokens,output_tokens\n1,assistant,10,10\n0.5,assistant,10,10\n");

        var result = await _checkout.RunAsync("simulate", "dev", "--trace", trace);

        Assert.Equal((2, "", $"error: {trace}:3: '0.5' is 0.5 s earlier than the request before; requests have to stand in the order of their times\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("trace", "\"trace\": \"t.csv\"", "t.csv")]
    [InlineData("profiles.assistant", "\"synthetic\": \"steady\", \"rates\": {\"assistant\": \"1/s\"}, \"profiles\": {\"assistant\": \"p.json\"}", "p.json")]
    public async Task A_file_that_the_configuration_names_and_nobody_has_is_told_with_its_key(string key, string capacity, string file)
    {
        var result = await _checkout.RunAsync("simulate", "dev", "-c", $"gpu-inference:capacity={{{capacity}}}");

        Assert.Equal((2, "", $"error: gpu-inference:capacity.{key}: there is no file '{_checkout.Path(file)}'\n"), (result.ExitCode, result.Output, result.Error));
    }

    // Whoever may do everything must not find a file in its place.
    [Fact]
    public async Task A_page_for_a_device_is_written_to_it()
    {
        var result = await _checkout.RunAsync("simulate", "dev", "--synthetic", "steady", "--rate", "assistant=6/min", "--duration", "1m", "--html", "--out", "/dev/null");

        Assert.Equal((0, "dev: 1 KiB written\n"), (result.ExitCode, result.Error));
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public async Task A_pipe_is_read_once_and_no_more()
    {
        var pipe = _folder.Combine("pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync();
        }
        // Who opens one end waits for the other.
        var writing = Task.Run(() => File.AppendAllText(pipe, "at,input_tokens,output_tokens\n0,10,10\n"));
        Assert.Equal(0, (await _checkout.RunAsync("simulate", "dev", "--trace", pipe, "--model", "assistant")).ExitCode);
        await writing;

        var again = Task.Run(() => File.OpenWrite(pipe).Dispose());
        var result = await _checkout.RunAsync("simulate", "dev", "--trace", pipe, "--against", "main");
        await again;

        Assert.Equal((2, "", $"error: --trace: '{pipe}' can be read only once, and is needed more often; write it to a file\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task A_report_has_the_requests_that_the_file_of_an_environment_names()
    {
        var config = """gpu-inference:capacity={"synthetic": "steady", "rates": {"assistant": "30/min"}, "duration": "1m"}""";

        var result = await _checkout.RunAsync("report", "dev", "--markdown", "-c", config);
        var alone = await _checkout.RunAsync("report", "dev", "--markdown");

        Assert.Contains("\n### Capacity\n\n1 min of made-up steady traffic, simulated: ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("### Capacity", alone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_for_a_model_that_nobody_measured_are_left_out_and_counted()
    {
        var trace = _folder.Write("t.csv", "at,model,input_tokens,output_tokens\n0,assistant,10,10\n1,image-classifier,0,0\n2,image-classifier,0,0\n");
        const string Why = "nothing says what their replicas do; measure one with './run loadtest' and name the file with --profile MODEL=FILE";

        var traced = await _checkout.RunAsync("simulate", "dev", "--trace", trace);
        var made = await _checkout.RunAsync("simulate", "dev", "--synthetic", "steady", "--rate", "6/min", "--duration", "10m");

        Assert.Equal((0, 0), (traced.ExitCode, made.ExitCode));
        Assert.Contains(" of the requests of t.csv, without those for image-classifier, seed 1\n", traced.Output, StringComparison.Ordinal);
        Assert.Contains($"requests that were left out: 2 for image-classifier; {Why}", Unwrapped(traced.Output), StringComparison.Ordinal);
        Assert.StartsWith("dev, 10 min of made-up steady traffic, without those for image-classifier, seed 1\n", made.Output, StringComparison.Ordinal);
        Assert.Contains($"requests that were left out: those for image-classifier; {Why}", Unwrapped(made.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_for_nobody_who_can_be_simulated_and_a_model_asked_for_by_name_are_refused()
    {
        const string Why = "nothing says what a replica of it does; measure one with './run loadtest' and name the file with --profile MODEL=FILE";
        var trace = _folder.Write("t.csv", "at,model\n0,image-classifier\n");

        var all = await _checkout.RunAsync("simulate", "dev", "--trace", trace);
        var named = await _checkout.RunAsync("simulate", "dev", "--trace", trace, "--model", "image-classifier");
        var rated = await _checkout.RunAsync("simulate", "dev", "--synthetic", "steady", "--rate", "image-classifier=1/s");

        Assert.Equal(
            (2, $"error: {trace}: all requests are for 'image-classifier', of which nothing says what a replica does; measure one with './run loadtest' and name the file with --profile MODEL=FILE, or say with --model NAME=MODEL that another model is meant\n"),
            (all.ExitCode, all.Error));
        Assert.Equal((2, $"error: --model: a request for 'image-classifier' can't be simulated: {Why}\n"), (named.ExitCode, named.Error));
        Assert.Equal((2, $"error: --rate: a request for 'image-classifier' can't be simulated: {Why}\n"), (rated.ExitCode, rated.Error));
    }

    [Fact]
    public async Task A_model_that_is_switched_off_gets_requests_only_by_name()
    {
        const string Off = "it has no replica, and no scaler that would start one";
        var off = _folder.Write("off.yaml", (await File.ReadAllTextAsync(RepositoryRoot.Combine("examples/environments/capacity.yaml"))).Replace("replicas: 2", "replicas: 0", StringComparison.Ordinal));
        var trace = _folder.Write("t.csv", "at,model,input_tokens,output_tokens\n0,chat,10,10\n1,chat,10,10\n");

        var all = await _checkout.RunAsync("simulate", "prod", "--synthetic", "steady", "--rate", "6/min", "--duration", "10m");
        var named = await _checkout.RunAsync("simulate", "capacity", "--config-file", off, "--synthetic", "steady", "--rate", "chat=6/min", "--duration", "10m");
        var traced = await _checkout.RunAsync("simulate", "capacity", "--config-file", off, "--trace", trace);
        var nobody = await _checkout.RunAsync("simulate", "capacity", "--config-file", off, "--synthetic", "steady", "--rate", "6/min");

        Assert.StartsWith("prod, 10 min of made-up steady traffic, without those for image-classifier, nlp-pipeline, document-reader, recommender, deepseek-r1, seed 1\ncapacity: 5 of 5 objectives met; ", all.Output, StringComparison.Ordinal);
        Assert.Contains($"* requests that were left out: those for deepseek-r1; {Off}; set 'replicas', or name it with --rate MODEL=RATE to see what its callers meet *", Unwrapped(all.Output), StringComparison.Ordinal);
        Assert.Contains("made-up requests: deepseek-r1-distill-70b 6/min *", Unwrapped(all.Output), StringComparison.Ordinal);
        Assert.Contains("100 % of ", named.Output.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains($"* all requests for chat are refused: {Off}", Unwrapped(named.Output), StringComparison.Ordinal);
        Assert.Contains("100 % of 2 requests without an answer", traced.Output, StringComparison.Ordinal);
        Assert.Contains($"* all requests for chat are refused: {Off}", Unwrapped(traced.Output), StringComparison.Ordinal);
        Assert.Equal(
            (2, "", "error: --rate: no model can answer: 'chat' has no replica, and no scaler that would start one; set 'replicas', or name it with --rate MODEL=RATE to see what its callers meet\n"),
            (nobody.ExitCode, nobody.Output, nobody.Error));
    }

    private static string Unwrapped(string output) => string.Join(' ', output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
