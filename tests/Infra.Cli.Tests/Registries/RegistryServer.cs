using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Infra.Cli.Registries;

namespace Infra.Cli.Tests.Registries;

/// <summary>
/// All registries of the world on this machine, over HTTP: they ask for tokens, give them to anybody, and have every tag. What an https address names comes to <c>/HOST/PATH</c>.
/// </summary>
internal sealed class RegistryServer : IDisposable
{
    public const string Index = "application/vnd.oci.image.index.v1+json";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);

    private readonly HttpListener _listener = new();
    private readonly int _port = FreePort();
    private readonly Dictionary<string, Func<HttpListenerContext, bool>> _special = new(StringComparer.Ordinal);

    public RegistryServer()
    {
        _listener.Prefixes.Add($"http://127.0.0.1:{_port}/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Every request, in order: address as its client meant it, and the token that came along.</summary>
    public List<(string Address, string? Token)> Requests { get; } = [];

    /// <summary>How long the client was told to wait, each time.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public RegistryAccess Access(TimeSpan? timeout = null) => new(
        () => RegistryAccess.Limited(new HttpClient(new Rewriting(_port)), timeout ?? _timeout),
        pause =>
        {
            Waits.Add(pause);
            return Task.CompletedTask;
        });

    /// <summary>Answers requests of this address otherwise.</summary>
    /// <param name="address">Without https://, and without its query.</param>
    /// <param name="answer">False where the usual answer follows.</param>
    public void When(string address, Func<HttpListenerContext, bool> answer) => _special[address] = answer;

    /// <summary>What the registries have under a tag.</summary>
    public static string ManifestOf(string repository, string tag) => $$"""{"schemaVersion": 2, "mediaType": "{{Index}}", "annotations": {"of": "{{repository}}:{{tag}}"} }""";

    public static string DigestOf(string manifest) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(manifest)))}";

    public static bool Answer(HttpListenerContext context, int status, string text = "", string type = "application/json", params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            context.Response.AddHeader(name, value);
        }
        var body = Encoding.UTF8.GetBytes(text);
        (context.Response.StatusCode, context.Response.ContentType, context.Response.ContentLength64) = (status, type, body.Length);
        context.Response.OutputStream.Write(body);
        context.Response.Close();
        return true;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Serve(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(HttpListenerContext context)
    {
        var (address, query) = (context.Request.Url!.AbsolutePath[1..], context.Request.Url.Query);
        var token = context.Request.Headers["Authorization"];
        Requests.Add((address + query, token));
        if (_special.TryGetValue(address, out var answer) && answer(context))
        {
            return;
        }
        var parts = address.Split('/', 2);
        if (parts[1] == "token")
        {
            Answer(context, 200, $$"""{"token": "{{HttpUtility.ParseQueryString(query)["scope"]}}"}""");
            return;
        }
        var name = parts[1]["v2/".Length..].Split("/manifests/");
        var scope = $"repository:{name[0]}:pull";
        if (token != $"Bearer {scope}")
        {
            Answer(context, 401, headers: ("WWW-Authenticate", $"Bearer realm=\"https://auth.{parts[0]}/token\",service=\"{parts[0]}\",scope=\"{scope}\""));
            return;
        }
        var manifest = ManifestOf(name[0], name[1]);
        Answer(context, 200, manifest, Index, ("Docker-Content-Digest", DigestOf(manifest)));
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private sealed class Rewriting(int port) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("https", request.RequestUri!.Scheme);
            request.RequestUri = new Uri($"http://127.0.0.1:{port}/{request.RequestUri.Host}{request.RequestUri.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
