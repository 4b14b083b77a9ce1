using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Infra.Core.Configuration;
using Infra.Core.Registries;
using Infra.Core.Versions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Registries;

/// <summary>Asks registries which digest a tag has: anonymously, and trusting no header that the content doesn't prove.</summary>
/// <param name="http">Follows redirects, to which it doesn't send the token.</param>
/// <param name="wait">Waits between two attempts.</param>
internal sealed class RegistryClient(HttpClient http, Func<TimeSpan, Task> wait)
{
    private const int Attempts = 3;
    private const string DigestHeader = "Docker-Content-Digest";
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _usualWait = TimeSpan.FromSeconds(5);

    // An index first: its digest is that of the image on every architecture. The first schema of Docker isn't asked for; the digest of its content isn't the image's.
    private static readonly string[] _manifests =
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    /// <summary>The digest of the manifest that the tag stands for.</summary>
    /// <exception cref="RegistryException">The registry has none, or gave no answer that can be believed.</exception>
    public async Task<string> DigestAsync(RegistryImage image)
    {
        using var first = await AskAsync(image.Manifest, token: null);
        if (first.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await VerifiedAsync(first, image);
        }
        using var second = await AskAsync(image.Manifest, await TokenAsync(first, image));
        return await VerifiedAsync(second, image);
    }

    private async Task<string> TokenAsync(HttpResponseMessage response, RegistryImage image)
    {
        var bearer = response.Headers.WwwAuthenticate.FirstOrDefault(header => header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase));
        var challenge = BearerChallenge.Parse(bearer?.Parameter)
            ?? throw new RegistryException($"{image.Host} asks for a login, and doesn't say by https where a token is given to anybody");
        using var answer = await AskAsync(challenge.TokenFor(image.Repository), token: null);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new RegistryException($"{challenge.Realm.Host} gives nobody a token for it (status {(int)answer.StatusCode}); is the repository private?");
        }
        return Token(await answer.Content.ReadAsStringAsync())
            ?? throw new RegistryException($"{challenge.Realm.Host} answered without a token");
    }

    // The specification has the first, OAuth's the second; registries give either or both.
    private static string? Token(string json)
    {
        try
        {
            var answer = JToken.Parse(json) as JObject;
            return (string?)(answer?["token"] ?? answer?["access_token"]) is { Length: > 0 } token ? token : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static async Task<string> VerifiedAsync(HttpResponseMessage response, RegistryImage image)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new RegistryException(response.StatusCode == HttpStatusCode.NotFound
                ? $"{image.Host} has no such tag (status 404)"
                : $"{image.Host} refuses it (status {(int)response.StatusCode})");
        }
        var type = response.Content.Headers.ContentType?.MediaType;
        if (!_manifests.Contains(type))
        {
            throw new RegistryException($"{image.Host} answered with {Shown.Quoted(type ?? "no content type")}, which is no manifest");
        }
        var digest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(await response.Content.ReadAsByteArrayAsync()))}";
        var said = response.Headers.TryGetValues(DigestHeader, out var values) ? values.First() : digest;
        return said == digest
            ? digest
            : throw new RegistryException($"{image.Host} says {(ImageDigests.IsDigest(said) ? said : Shown.Quoted(said))}, but the manifest that it sent has {digest}; something between changed one of them");
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, string? token)
    {
        for (var attempt = 1; ; attempt++)
        {
            var response = await SendAsync(address, token);
            if (response.StatusCode is not (HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError))
            {
                return response;
            }
            var pause = response.Headers.RetryAfter?.Delta ?? _usualWait;
            var status = (int)response.StatusCode;
            response.Dispose();
            if (attempt == Attempts || pause > _longestWait)
            {
                throw new RegistryException(status == (int)HttpStatusCode.TooManyRequests
                    ? $"{address.Host} has had too many questions from here (status 429); ask again later"
                    : $"{address.Host} is out of order (status {status}); ask again later");
            }
            await wait(pause);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(string.Join(", ", _manifests) + ", application/json;q=0.5");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        try
        {
            return await http.SendAsync(request);
        }
        catch (TaskCanceledException)
        {
            throw new RegistryException($"{address.Host} gave no answer in time");
        }
        catch (HttpRequestException e)
        {
            throw new RegistryException($"{address.Host} can't be reached ({Shown.Line(e.Message, 200)})");
        }
    }
}
