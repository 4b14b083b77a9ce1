using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Infra.Core.Serving.Predictions;

namespace Infra.Core.Tests.Serving.Predictions;

/// <summary>
/// The cache on this machine: nginx with Lua and Redis as Debian packages them, in front of a model that counts its calls. What differs from OpenResty's
/// image is the place of files, the ports, and the names of two Lua modules.
/// </summary>
internal sealed class RunningCache : IAsyncDisposable
{
    private const string Modules = "/usr/lib/nginx/modules";
    private const string Password = "letters-and-digits";

    private readonly string _directory = Directory.CreateTempSubdirectory("predictions").FullName;
    private readonly List<Process> _processes = [];
    private readonly HttpListener _model = new();
    private readonly CancellationTokenSource _end = new();
    private readonly int _store = FreePort();
    private readonly int _metrics = FreePort();
    private int _calls;

    private RunningCache()
    {
    }

    public static bool IsPossible => File.Exists("/usr/sbin/nginx") && File.Exists("/usr/bin/redis-server") && File.Exists($"{Modules}/ngx_http_lua_module.so") && File.Exists("/usr/share/lua/5.1/nginx/redis.lua");

    public HttpClient Client { get; } = new();

    /// <summary>What the model answers to the next requests.</summary>
    public Action<HttpListenerResponse, int> Answer { get; set; } = (response, call) =>
    {
        response.ContentType = "application/json";
        response.OutputStream.Write(System.Text.Encoding.UTF8.GetBytes($$"""{"call": {{call}}}"""));
    };

    public int Calls => _calls;

    public static async Task<RunningCache> StartAsync(Func<PredictionCacheOptions, PredictionCacheOptions>? change = null, bool withStore = true)
    {
        var cache = new RunningCache();
        var model = FreePort();
        cache._model.Prefixes.Add($"http://127.0.0.1:{model}/");
        cache._model.Start();
        _ = cache.ServeAsync();
        var port = FreePort();
        var options = new PredictionCacheOptions
        {
            Model = "reader",
            Version = "1",
            Upstream = $"127.0.0.1:{model}",
            TimeToLive = new(60_000),
            MaxSize = new(65536),
            StoreHost = "127.0.0.1",
            StorePort = cache._store,
            StoreTls = false,
        };
        await cache.WriteAsync(port, change?.Invoke(options) ?? options);
        if (withStore)
        {
            cache.Start("/usr/bin/redis-server", "--bind", "127.0.0.1", "--port", $"{cache._store}", "--requirepass", Password, "--save", "", "--dir", cache._directory);
            await WaitForAsync(cache._store);
        }

        cache.Start("/usr/sbin/nginx", "-e", "stderr", "-p", cache._directory, "-c", $"{cache._directory}/nginx.conf", "-g", "daemon off;");
        await WaitForAsync(port);
        cache.Client.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
        return cache;
    }

    /// <summary>How a request was answered (the header), with its body.</summary>
    public async Task<string> AskAsync(string body, Action<HttpRequestMessage>? change = null, string path = "v1/models/reader:predict")
    {
        using var response = await SendAsync(body, change, path);
        var how = response.Headers.TryGetValues("X-Prediction-Cache", out var values) ? string.Join(',', values) : "none";
        return $"{how} {await response.Content.ReadAsStringAsync()}";
    }

    /// <summary>The answer to a request.</summary>
    public async Task<HttpResponseMessage> SendAsync(string body, Action<HttpRequestMessage>? change = null, string path = "v1/models/reader:predict")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        change?.Invoke(request);
        return await Client.SendAsync(request);
    }

    /// <summary>Asks until the answer comes out of the store: it is stored after its caller has it.</summary>
    public async Task<string> AskUntilStoredAsync(string body)
    {
        for (var i = 0; ; i++)
        {
            var answer = await AskAsync(body);
            if (i == 200 || answer.StartsWith("hit", StringComparison.Ordinal))
            {
                return answer;
            }
        }
    }

    public Task<string> MetricsAsync() => Client.GetStringAsync(new Uri($"http://127.0.0.1:{_metrics}/metrics"));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        _model.Close();
        Client.Dispose();
        _end.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task WriteAsync(int port, PredictionCacheOptions options)
    {
        Directory.CreateDirectory($"{_directory}/resty");
        await File.WriteAllTextAsync($"{_directory}/predictions.lua", PredictionCacheServer.Script);
        foreach (var module in new[] { "redis", "sha256", "string" })
        {
            await File.WriteAllTextAsync($"{_directory}/resty/{module}.lua", $"return require \"nginx.{module}\"\n");
        }

        var text = PredictionCacheServer.Configuration(options)
            .Replace("/tmp/", $"{_directory}/", StringComparison.Ordinal)
            .Replace(PredictionCacheServer.Directory, _directory, StringComparison.Ordinal)
            .Replace($"listen {PredictionCacheServer.Port};", $"listen 127.0.0.1:{port};", StringComparison.Ordinal)
            .Replace($"listen {PredictionCacheServer.MetricsPort};", $"listen 127.0.0.1:{_metrics};", StringComparison.Ordinal)
            .Replace("local=on ipv6=off", "127.0.0.1", StringComparison.Ordinal);
        await File.WriteAllTextAsync($"{_directory}/nginx.conf", $"load_module {Modules}/ndk_http_module.so;\nload_module {Modules}/ngx_http_lua_module.so;\n{text}");
    }

    private void Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment[PredictionCacheServer.PasswordVariable] = Password;
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        _processes.Add(process);
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _model.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var response = context.Response;
            Answer(response, Interlocked.Increment(ref _calls));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // A connection that is refused comes back at once; the number of tries, not a clock, says when to give up.
    private static async Task WaitForAsync(int port)
    {
        for (var i = 0; ; i++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (i < 20_000)
            {
                await Task.Yield();
            }
        }
    }
}
