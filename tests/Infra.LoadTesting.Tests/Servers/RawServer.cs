using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Infra.LoadTesting.Tests.Servers;

/// <summary>A server that takes a request of HTTP and then does what it likes with the connection.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, int> _served = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<(string Name, Func<Socket, Task> Answer)> _ways;
    private int _next = -1;

    /// <param name="ways">What it does with a connection, in turn, by name.</param>
    public RawServer(params IReadOnlyList<(string Name, Func<Socket, Task> Answer)> ways)
    {
        _ways = ways;
        _listener.Start(1000);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Uri => new($"http://127.0.0.1:{Port}/");

    /// <summary>How often it did what.</summary>
    public IReadOnlyDictionary<string, int> Served => _served;

    /// <summary>The last request, as it came.</summary>
    public string LastRequest { get; private set; } = "";

    /// <summary>Says something and closes the connection in good order.</summary>
    public static Func<Socket, Task> Says(string text) => async socket =>
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(text));
        socket.Shutdown(SocketShutdown.Both);
        socket.Close();
    };

    /// <summary>An answer of HTTP after which the connection ends.</summary>
    public static string Http(string status, string body, string type = "application/json", int? length = null) =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nConnection: close\r\n{(length == -1 ? "" : $"Content-Length: {length ?? Encoding.UTF8.GetByteCount(body)}\r\n")}\r\n{body}";

    /// <summary>Says something, and then something else as long as anybody listens.</summary>
    public static Func<Socket, Task> Endless(string begins, string goesOn) => async socket =>
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(begins));
        var more = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(goesOn, 100_000)));
        while (true)
        {
            await socket.SendAsync(more);
        }
    };

    /// <summary>Ends the connection with a reset.</summary>
    public static Task Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_end.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            var request = new StringBuilder();
            var buffer = new byte[8192];
            while (!IsWhole(request.ToString()))
            {
                var count = await socket.ReceiveAsync(buffer, _end.Token);
                if (count == 0)
                {
                    return;
                }
                request.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
            LastRequest = request.ToString();
            var way = _ways[Interlocked.Increment(ref _next) % _ways.Count];
            _served.AddOrUpdate(way.Name, 1, (_, count) => count + 1);
            await way.Answer(socket);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other side has had enough.
        }
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)) is { } line ? int.Parse(line.Split(' ')[1]) : 0;
        return end >= 0 && request.Length >= end + 4 + length;
    }
}
