using System.Net;
using Infra.Cli.Registries;
using Infra.Core.Registries;

namespace Infra.Cli.Tests.Registries;

/// <summary>Registries that refuse, lie, are slow or are overrun.</summary>
public sealed class RegistryTroubleTests : IDisposable
{
    private const string Host = "registry.example.com";
    private const string Manifest = $"{Host}/v2/team/app/manifests/1.0";
    private const string Token = $"auth.{Host}/token";

    private static readonly RegistryImage _image = RegistryImage.Of($"{Host}/team/app", "1.0");
    private static readonly string _digest = RegistryServer.DigestOf(RegistryServer.ManifestOf("team/app", "1.0"));

    private readonly RegistryServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(404, $"{Host} has no such tag (status 404)")]
    [InlineData(403, $"{Host} refuses it (status 403)")]
    [InlineData(429, $"{Host} has had too many questions from here (status 429); ask again later")]
    [InlineData(503, $"{Host} is out of order (status 503); ask again later")]
    public async Task A_status_is_told(int status, string message)
    {
        _server.When(Manifest, context => RegistryServer.Answer(context, status));

        await FailsAsync(message);
    }

    [Theory]
    [InlineData("Basic realm=\"x\"")]
    [InlineData("Bearer service=\"x\"")]
    [InlineData("Bearer realm=\"http://auth.registry.example.com/token\"")]
    public async Task No_token_is_fetched_from_nowhere_or_in_the_open(string challenge)
    {
        _server.When(Manifest, context => RegistryServer.Answer(context, 401, headers: ("WWW-Authenticate", challenge)));

        await FailsAsync($"{Host} asks for a login, and doesn't say by https where a token is given to anybody");
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData(401, "{}", $"auth.{Host} gives nobody a token for it (status 401); is the repository private?")]
    [InlineData(200, "{}", $"auth.{Host} answered without a token")]
    [InlineData(200, "<html>", $"auth.{Host} answered without a token")]
    [InlineData(200, "{\"token\": \"\"}", $"auth.{Host} answered without a token")]
    [InlineData(200, "{\"token\": {}}", $"auth.{Host} answered without a token")]
    public async Task A_token_that_is_not_given_is_told(int status, string text, string message)
    {
        _server.When(Token, context => RegistryServer.Answer(context, status, text));

        await FailsAsync(message);
    }

    [Fact]
    public async Task A_token_by_the_other_name_does_as_well()
    {
        _server.When(Token, context => RegistryServer.Answer(context, 200, """{"access_token": "repository:team/app:pull"}"""));

        Assert.Equal(_digest, await AskAsync());
    }

    [Fact]
    public async Task A_token_that_does_not_help_is_told()
    {
        _server.When(Token, context => RegistryServer.Answer(context, 200, """{"token": "other"}"""));

        await FailsAsync($"{Host} refuses it (status 401)");
    }

    [Fact]
    public async Task A_header_is_believed_only_where_the_content_proves_it()
    {
        var said = $"sha256:{new string('a', 64)}";
        _server.When(Manifest, context => RegistryServer.Answer(context, 200, "{}", RegistryServer.Index, ("Docker-Content-Digest", said)));

        await FailsAsync($"{Host} says {said}, but the manifest that it sent has {RegistryServer.DigestOf("{}")}; something between changed one of them");
    }

    [Fact]
    public async Task Without_the_header_the_content_is_enough()
    {
        _server.When(Manifest, context => RegistryServer.Answer(context, 200, "{}", RegistryServer.Index));

        Assert.Equal(RegistryServer.DigestOf("{}"), await AskAsync());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/vnd.docker.distribution.manifest.v1+prettyjws")]
    public async Task What_is_no_manifest_has_no_digest(string type)
    {
        _server.When(Manifest, context => RegistryServer.Answer(context, 200, "{}", type));

        await FailsAsync($"{Host} answered with '{type}', which is no manifest");
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData(null, 5)]
    public async Task Who_is_told_to_wait_waits_and_asks_again(string? after, int seconds)
    {
        var asked = 0;
        _server.When(Manifest, context => ++asked <= 2 && RegistryServer.Answer(context, 429, headers: after is null ? [] : [("Retry-After", after)]));

        Assert.Equal(_digest, await AskAsync());
        Assert.Equal([TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds)], _server.Waits);
    }

    [Fact]
    public async Task Nobody_waits_for_an_hour()
    {
        _server.When(Manifest, context => RegistryServer.Answer(context, 429, headers: ("Retry-After", "3600")));

        await FailsAsync($"{Host} has had too many questions from here (status 429); ask again later");
        Assert.Empty(_server.Waits);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_told()
    {
        _server.When(Manifest, _ => true);

        await FailsAsync($"{Host} gave no answer in time", TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task The_token_stays_with_the_registry_that_redirects()
    {
        _server.When(Manifest, context => context.Request.Headers["Authorization"] is not null
            && RegistryServer.Answer(context, 307, headers: ("Location", "/storage.example.com/v2/team/app/manifests/1.0")));
        _server.When("storage.example.com/v2/team/app/manifests/1.0", context => RegistryServer.Answer(context, 200, "{}", RegistryServer.Index));

        Assert.Equal(RegistryServer.DigestOf("{}"), await AskAsync());
        Assert.Equal(("storage.example.com/v2/team/app/manifests/1.0", null), _server.Requests[^1]);
    }

    [Fact]
    public async Task A_registry_that_nobody_reaches_is_told()
    {
        using var http = new HttpClient(new Unreachable());
        var e = await Assert.ThrowsAsync<RegistryException>(() => new RegistryClient(http, _ => Task.CompletedTask).DigestAsync(_image));

        Assert.Equal($"{Host} can't be reached (no route)", e.Message);
    }

    private async Task<string> AskAsync(TimeSpan? timeout = null)
    {
        var access = _server.Access(timeout);
        using var http = access.Client();
        return await new RegistryClient(http, access.Wait).DigestAsync(_image);
    }

    private async Task FailsAsync(string message, TimeSpan? timeout = null)
    {
        var e = await Assert.ThrowsAsync<RegistryException>(() => AskAsync(timeout));

        Assert.Equal(message, e.Message);
    }

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.ConnectionError, "no route", null, HttpStatusCode.BadGateway);
    }
}
