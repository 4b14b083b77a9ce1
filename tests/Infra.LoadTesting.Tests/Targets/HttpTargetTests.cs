using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Results;
using Infra.LoadTesting.Runs;
using Infra.LoadTesting.Targets;
using Infra.LoadTesting.Tests.Servers;

namespace Infra.LoadTesting.Tests.Targets;

/// <summary>Against servers that do everything wrong that there is: it is counted by what it is, and nothing ever gets out.</summary>
public sealed class HttpTargetTests : IDisposable
{
    private static readonly Payload _payload = new("""{"instances": [[1.0, 2.0]]}"""u8.ToArray());

    private readonly HttpMessageInvoker _client = new(LoadClient.Handler());

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Failures_by_the_thousand_are_counted_by_kind()
    {
        using var server = new RawServer(
            ("good", RawServer.Says(RawServer.Http("200 OK", "{}"))),
            ("busy", RawServer.Says(RawServer.Http("503 Service Unavailable", "no"))),
            ("not found", RawServer.Says(RawServer.Http("404 Not Found", "{}"))),
            ("moved", RawServer.Says("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")),
            ("no json", RawServer.Says(RawServer.Http("200 OK", "<html>"))),
            ("half json", RawServer.Says(RawServer.Http("200 OK", "{\"a\":"))),
            ("empty", RawServer.Says(RawServer.Http("200 OK", ""))),
            ("no http", RawServer.Says("SSH-2.0-OpenSSH\r\n\r\n")),
            ("closed", RawServer.Says("")),
            ("reset", RawServer.Reset),
            ("cut", RawServer.Says(RawServer.Http("200 OK", "{\"a\": 1", length: 1000))),
            ("cut headers", RawServer.Says("HTTP/1.1 200 OK\r\nContent-")),
            ("bad chunk", RawServer.Says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n{}")));

        var result = await RunAsync(server.Uri, 4004, users: 4);

        var each = 308;
        Assert.Equal((4004, each), (result.Requests, result.Answered));
        Assert.Equal(Enumerable.Repeat(each, 13), server.Served.Values);
        Assert.Equal(
            new Dictionary<string, long>
            {
                ["closed before the answer"] = 3 * each,
                ["answer cut short"] = each,
                ["HTTP 302"] = each,
                ["HTTP 404"] = each,
                ["HTTP 503"] = each,
                ["malformed answer"] = 5 * each,
            },
            result.Failures.ToDictionary(failure => $"{failure.Key}", failure => failure.Value));
    }

    [Fact]
    public async Task A_value_without_end_is_too_long()
    {
        using var server = new RawServer(("endless", RawServer.Endless(RawServer.Http("200 OK", "{\"a\": \"", length: -1), "x")));

        Assert.Equal([new Failure(FailureKind.TooLong)], (await RunAsync(server.Uri, 1)).Failures.Keys);
    }

    // Longer than any buffer that it could be read into at once.
    [Theory]
    [InlineData(1, "[", "[1.5, \"\u00e4\", {\"a\": null}], ", "0]")]
    [InlineData(1, "\uFEFF[", "1, ", "0]")]
    [InlineData(0, "[", "1, ", "0] 1")]
    [InlineData(0, "[", "1, ", "0")]
    public async Task A_long_answer_is_read_to_its_end(int answered, string begins, string goesOn, string ends)
    {
        using var server = new RawServer(("long", RawServer.Says(RawServer.Http("200 OK", $"{begins}{string.Concat(Enumerable.Repeat(goesOn, 50_000))}{ends}"))));

        var result = await RunAsync(server.Uri, 1);

        Assert.Equal((answered, 1 - answered), (result.Answered, result.Failures.GetValueOrDefault(new Failure(FailureKind.Malformed))));
    }

    [Theory]
    [InlineData(SocketError.TooManyOpenSockets)]
    [InlineData(SocketError.AddressNotAvailable)]
    public async Task A_connection_that_this_machine_has_no_room_for_is_no_failure_of_the_endpoint(SocketError code)
    {
        using var client = new HttpMessageInvoker(new Broken(new HttpRequestException(HttpRequestError.ConnectionError, null, new SocketException((int)code))));

        var answer = await new HttpTarget(client, new Uri("http://x/"), new RequestHeaders(), expectsJson: true).SendAsync(_payload, new RunClock(TimeProvider.System), CancellationToken.None);

        Assert.Equal(new Failure(FailureKind.NoConnectionLeft), answer.Failure);
    }

    [Fact]
    public async Task Nobody_listens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var result = await RunAsync(new Uri($"http://127.0.0.1:{port}/"), 2000, users: 8);

        Assert.Equal([new KeyValuePair<Failure, long>(new Failure(FailureKind.Refused), 2000)], result.Failures);
    }

    [Fact]
    public async Task A_name_without_an_address() =>
        Assert.Equal([new Failure(FailureKind.Dns)], (await RunAsync(new Uri("http://nobody.invalid/"), 3)).Failures.Keys);

    // The greeting of a server that speaks something else is no handshake.
    [Fact]
    public async Task A_server_without_tls()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var greeting = GreetAsync(listener);

        var result = await RunAsync(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), 1);
        await greeting;

        Assert.Equal([new Failure(FailureKind.Tls)], result.Failures.Keys);
    }

    [Fact]
    public async Task A_server_that_never_answers()
    {
        // A socket that nobody holds is collected, and a collected one is closed.
        var held = new ConcurrentBag<Socket>();
        using var server = new RawServer(("hangs", socket =>
        {
            held.Add(socket);
            return Task.CompletedTask;
        }
        ));

        var result = await RunAsync(server.Uri, 20, users: 20, timeout: TimeSpan.FromMilliseconds(300));

        Assert.Equal([new KeyValuePair<Failure, long>(new Failure(FailureKind.Timeout), 20)], result.Failures);
        Assert.NotEmpty(held);
    }

    [Fact]
    public async Task What_goes_out_is_the_payload_with_the_headers_of_the_user()
    {
        using var server = new RawServer(("good", RawServer.Says(RawServer.Http("200 OK", "{}"))));
        var headers = new RequestHeaders();
        Assert.True(headers.TryAdd("Authorization", "Bearer secret"));
        Assert.True(headers.TryAdd("Content-Type", "application/vnd.api+json"));

        await RunAsync(new Uri(server.Uri, "v1/models/m:predict?x=1"), 1, headers: headers);

        Assert.Equal(
            $$"""
            POST /v1/models/m:predict?x=1 HTTP/1.1
            Host: 127.0.0.1:{{server.Port}}
            Authorization: Bearer secret
            Content-Type: application/vnd.api+json
            Content-Length: 27

            {"instances": [[1.0, 2.0]]}
            """.ReplaceLineEndings("\n"),
            server.LastRequest.ReplaceLineEndings("\n"));
        Assert.Equal("Authorization, Content-Type", $"{headers}");
    }

    [Theory]
    [InlineData("Bad name", "x")]
    [InlineData("", "x")]
    [InlineData("X-Two-Lines", "a\nb: c")]
    [InlineData("trace-bin", "x")]
    public void A_header_that_can_t_be_one_is_refused(string name, string value) => Assert.False(new RequestHeaders().TryAdd(name, value));

    private static async Task GreetAsync(TcpListener listener)
    {
        using var socket = await listener.AcceptSocketAsync();
        await socket.SendAsync("220 mail ready\r\n"u8.ToArray());
        // What it says must be read before the connection ends.
        await socket.ReceiveAsync(new byte[4096]);
        socket.Shutdown(SocketShutdown.Send);
    }

    private Task<LoadResult> RunAsync(Uri uri, int requests, int users = 1, TimeSpan? timeout = null, RequestHeaders? headers = null)
    {
        var plan = new LoadPlan { Concurrency = users, Duration = TimeSpan.FromMinutes(10), MostRequests = requests, Timeout = timeout ?? TimeSpan.FromMinutes(1) };
        return new LoadRun(new HttpTarget(_client, uri, headers ?? new RequestHeaders(), expectsJson: true), [_payload], plan, TimeProvider.System).RunAsync(CancellationToken.None);
    }

    private sealed class Broken(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromException<HttpResponseMessage>(exception);
    }
}
