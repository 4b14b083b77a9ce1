using System.Net;
using System.Text;
using Infra.Cli.Tests.EndToEnd;

namespace Infra.Cli.Tests;

public sealed class LoadTestCommandTests : IDisposable
{
    private const string Secret = "sekrit-4711";

    private readonly Checkout _checkout = new();
    private readonly HttpListener _server = new();
    private readonly string _address;
    private Action? _meanwhile;

    public LoadTestCommandTests()
    {
        // HttpListener takes no port 0: one that was free a moment ago.
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            _address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }
        _server.Prefixes.Add(_address);
        _server.Start();
        _ = ServeAsync();
    }

    public void Dispose()
    {
        _server.Close();
        _checkout.Dispose();
    }

    [Fact]
    public async Task It_measures_says_what_and_writes_a_page_and_a_profile_without_a_secret()
    {
        _checkout.Write("p.json", """{"instances": [[1.0]]}""");
        var result = await _checkout.RunAsync(
            "loadtest", $"{_address}v1/models/m:predict?key={Secret}", "--payload", _checkout.Path("p.json"), "--header", $"X-Key: {Secret}", "--requests", "50", "--warm-up", "0s", "--concurrency", "1,2",
            "--objective", "p95=3600s", "--out", _checkout.Path("page.html"), "--profile-out", _checkout.Path("profile.json"));

        Assert.Equal(0, result.ExitCode);
        var page = File.ReadAllText(_checkout.Path("page.html"));
        var profile = File.ReadAllText(_checkout.Path("profile.json"));
        Assert.Contains($"{_address}v1/models/m:predict, closed loop, 1 user, 30 s after 0 s of warm-up", result.Output);
        Assert.Contains("\"maxBatchSize\": ", profile);
        Assert.All((string[])[result.Output, result.Error, page, profile], text => Assert.DoesNotContain(Secret, text));
    }

    [Fact]
    public async Task A_missed_objective_is_a_finding_and_no_answer_at_all_a_failure()
    {
        Assert.Equal(1, (await _checkout.RunAsync("loadtest", _address, "-n", "3", "--warm-up", "0s", "--objective", "p50=1us")).ExitCode);
        Assert.Equal(3, (await _checkout.RunAsync("loadtest", $"{_address}broken", "-n", "3", "--warm-up", "0s")).ExitCode);
    }

    [Fact]
    public async Task A_page_that_could_never_be_written_is_told_before_anything_is_sent()
    {
        _checkout.Write("file", "");
        var page = Path.Combine(_checkout.Path("file"), "page.html");

        var result = await _checkout.RunAsync("loadtest", _address, "-n", "3", "--warm-up", "0s", "--out", page);

        Assert.Equal((2, "", $"error: --out: '{page}' can't be written: no folder can be made or changed there\n"), (result.ExitCode, result.Output, result.Error));
    }

    // The place is taken while it measures.
    [Fact]
    public async Task What_was_measured_outlives_a_page_that_can_t_be_written()
    {
        var (page, profile) = (_checkout.Path("late/page.html"), _checkout.Path("profile.json"));
        _meanwhile = () => _checkout.Write("late", "");

        var result = await _checkout.RunAsync("loadtest", _address, "-n", "3", "--warm-up", "0s", "--concurrency", "1", "--out", page, "--profile-out", profile);

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith($"error: --out: '{page}' can't be written: no folder can be made or changed there\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("\nLatency of answered requests\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"maxBatchSize\": 1", File.ReadAllText(profile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'ftp://x/' is no http://, https://, grpc:// or grpcs:// address of an endpoint", "ftp://x/")]
    [InlineData("'localhost:8000/v1' is no http://, https://, grpc:// or grpcs:// address of an endpoint", "http://x/", "localhost:8000/v1")]
    [InlineData("'…@x/y' is no http://, https://, grpc:// or grpcs:// address of an endpoint", "ftp://me:sekrit@x/y?key=sekrit")]
    [InlineData("--rate is '1000000000000/s'; allowed: a number of requests per time, such as 50/s, 3000/min or 100/h, at most 1000000/s", "http://x/", "--rate", "1000000000000/s")]
    [InlineData("--duration is '0s'; allowed: a time, such as 500ms, 30s, 5min or 1h, more than none", "http://x/", "-d", "0s")]
    [InlineData("--timeout is '0s'; allowed: a time, such as 500ms, 30s, 5min or 1h, more than none", "http://x/", "--timeout", "0s")]
    [InlineData("the address of x has a user or password in it; use --bearer-env, or --header", "http://me:pw@x/")]
    [InlineData("grpc://x:1: say with --protocol what it speaks: kserve (Triton, KServe) or tensorflow (TensorFlow Serving)", "grpc://x:1")]
    [InlineData("--protocol kserve doesn't go with http://; kserve and tensorflow go with grpc:// and grpcs://", "http://x/", "--protocol", "kserve")]
    [InlineData("--protocol is 'soap'; allowed: http, openai, kserve or tensorflow", "http://x/", "--protocol", "soap")]
    [InlineData("--rate, --trace and --concurrency exclude each other: the first two are open loops, the third a closed one", "http://x/", "--rate", "1/s", "-c", "2")]
    [InlineData("--rate is 'fast'; allowed: a number of requests per time, such as 50/s, 3000/min or 100/h, at most 1000000/s", "http://x/", "--rate", "fast")]
    [InlineData("--poisson and --seed need a --rate", "http://x/", "--poisson")]
    [InlineData("--concurrency is '1,1'; allowed: different whole numbers from 1 to 100000, with commas between them", "http://x/", "-c", "1,1")]
    [InlineData("--duration is '5 minutes'; allowed: a time, such as 500ms, 30s, 5min or 1h, less than seven days", "http://x/", "-d", "5 minutes")]
    [InlineData("--header number 2 is no 'Name: value' that HTTP allows", "http://x/", "-H", "A: b", "-H", "sekrit")]
    [InlineData("--bearer-env: the environment variable 'NOBODY_SET_THIS' is not set", "http://x/", "--bearer-env", "NOBODY_SET_THIS")]
    [InlineData("--objective is '1s'; allowed: a percentile and a time, such as p95=1s, p99=250ms or p99.9=2.5s", "http://x/", "--objective", "1s")]
    [InlineData("--label: 1 for 2 addresses; give each address one, or none", "http://x/", "http://y/", "--label", "a")]
    [InlineData("two endpoints have the same label; tell them apart with --label", "http://x/a", "http://x/b")]
    [InlineData("this protocol asks with a payload; name a file with --payload", "http://x/v1/completions")]
    public async Task Wrong_usage_is_said_before_anything_is_sent(string message, params string[] arguments)
    {
        var result = await _checkout.RunAsync(["loadtest", .. arguments]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal($"error: {message}\n", result.Error);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _server.GetContextAsync();
                Interlocked.Exchange(ref _meanwhile, null)?.Invoke();
                context.Response.StatusCode = context.Request.RawUrl == "/broken" ? 500 : 200;
                context.Response.Close(Encoding.UTF8.GetBytes("{}"), willBlock: false);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
