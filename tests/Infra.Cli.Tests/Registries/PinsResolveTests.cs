using Infra.Cli.Tests.EndToEnd;
using Infra.Core.Registries;
using Infra.Core.Versions;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.Registries;

/// <summary><c>pins resolve</c> against registries that answer as they should.</summary>
public sealed class PinsResolveTests : IDisposable
{
    private const string Curl = "docker.io/curlimages/curl";

    private static readonly string _old = $"sha256:{new string('0', 64)}";

    private readonly RegistryServer _server = new();
    private readonly Checkout _checkout;

    public PinsResolveTests()
    {
        _checkout = new Checkout { Registries = _server.Access() };
        _checkout.Write(ImageDigests.File, "{}\n");
    }

    private static string CurlTag => $"{Curl}:{Pins.Curl.Tag}";

    private string File => System.IO.File.ReadAllText(_checkout.Path(ImageDigests.File));

    public void Dispose()
    {
        _checkout.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Every_pinned_image_is_asked_for_and_recorded()
    {
        var result = await _checkout.RunAsync("pins", "resolve");

        var expected = PinnedImages.All.Select(pin => (pin.Tagged, Digest: Expected(pin))).ToList();
        Assert.Equal((0, string.Concat(expected.Select(image => $"{image.Tagged}@{image.Digest} (new)\n"))), (result.ExitCode, result.Output));
        Assert.Equal(string.Concat(expected.Select(image => $"asking for {image.Tagged} ...\n")), result.Error);
        Assert.Equal("{\n" + string.Join(",\n", expected.Select(image => $"  \"{image.Tagged}\": \"{image.Digest}\"")) + "\n}\n", File);
    }

    [Fact]
    public async Task A_token_is_asked_for_where_the_registry_says_and_for_one_repository()
    {
        await _checkout.RunAsync("pins", "resolve");

        var manifest = $"registry-1.docker.io/v2/curlimages/curl/manifests/{Pins.Curl.Tag}";
        const string Scope = "repository:curlimages/curl:pull";
        Assert.Equal(
            [
                (manifest, null),
                ("auth.registry-1.docker.io/token?service=registry-1.docker.io&scope=repository%3Acurlimages%2Fcurl%3Apull", null),
                (manifest, $"Bearer {Scope}"),
            ],
            _server.Requests.Where(request => request.Address.Contains("curlimages", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_has_not_moved_is_left_alone()
    {
        await _checkout.RunAsync("pins", "resolve");
        var before = (File, System.IO.File.GetLastWriteTimeUtc(_checkout.Path(ImageDigests.File)));
        var result = await _checkout.RunAsync("pins", "resolve");

        Assert.Equal((0, string.Concat(PinnedImages.All.Select(pin => $"{pin.Tagged}@{Expected(pin)}\n"))), (result.ExitCode, result.Output));
        Assert.Equal(before, (File, System.IO.File.GetLastWriteTimeUtc(_checkout.Path(ImageDigests.File))));
    }

    [Fact]
    public async Task A_tag_that_has_moved_is_a_finding_and_the_old_digest_stays()
    {
        _checkout.Write(ImageDigests.File, $$"""{"{{CurlTag}}": "{{_old}}"}""");
        var result = await _checkout.RunAsync("pins", "resolve");

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith(
            $"\n{CurlTag}: the tag has moved from {_old} to {Expected(Pins.Curl)}\n  The old digest is kept. Find out why it moved; --accept-moved records the new one.\n",
            result.Output);
        Assert.Equal(_old, ImageDigests.Read(File)[CurlTag]);
        Assert.Equal(PinnedImages.All.Length, ImageDigests.Read(File).Count);
    }

    [Fact]
    public async Task It_is_recorded_where_that_is_asked_for()
    {
        _checkout.Write(ImageDigests.File, $$"""{"{{CurlTag}}": "{{_old}}"}""");
        var result = await _checkout.RunAsync("pins", "resolve", "--accept-moved");

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith($"\n{CurlTag}: the tag has moved from {_old} to {Expected(Pins.Curl)}\n", result.Output);
        Assert.Equal(Expected(Pins.Curl), ImageDigests.Read(File)[CurlTag]);
    }

    [Fact]
    public async Task The_digest_of_an_image_that_is_no_pin_any_more_goes()
    {
        _checkout.Write(ImageDigests.File, $$"""{"docker.io/gone/gone:1.0": "{{_old}}"}""");
        await _checkout.RunAsync("pins", "resolve");

        Assert.Equal(PinnedImages.All.Select(pin => pin.Tagged), ImageDigests.Read(File).Keys);
    }

    [Fact]
    public async Task Json_has_each_image_with_its_state()
    {
        _checkout.Write(ImageDigests.File, $$"""{"{{CurlTag}}": "{{_old}}"}""");
        var result = await _checkout.RunAsync("pins", "resolve", "--json");
        var images = (JArray)JObject.Parse(result.Output)["images"]!;

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(PinnedImages.All.Select(pin => pin.Tagged), images.Select(image => (string?)image["image"]));
        Assert.True(JToken.DeepEquals(
            new JObject { ["image"] = CurlTag, ["state"] = "moved", ["recorded"] = _old, ["digest"] = Expected(Pins.Curl), ["problem"] = null },
            images.Single(image => (string?)image["image"] == CurlTag)));
    }

    [Theory]
    [InlineData("[]", "not a JSON object of REPOSITORY:TAG to digests")]
    [InlineData("", "the file is empty; an object is required")]
    [InlineData("""{"a.b/c:1": "sha256:12"}""", "a.b/c:1: the value is no digest; allowed: sha256: and 64 hexadecimal digits in lower case")]
    public async Task A_file_that_is_none_of_digests_is_refused(string text, string problem)
    {
        _checkout.Write(ImageDigests.File, text);

        Assert.Equal(
            new ProcessResult(2, "", $"error: {ImageDigests.File}: {problem}\n  Mend the file, or write {{}} to it and resolve again.\n"),
            await _checkout.RunAsync("pins", "resolve"));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Without_the_sources_there_is_nothing_to_write_to()
    {
        Directory.Delete(_checkout.Path("infra"), recursive: true);

        Assert.Equal(
            new ProcessResult(2, "", $"error: there is no {ImageDigests.File} in '{_checkout.Path("").TrimEnd('/')}'\n  Start the command from a checkout of this repository: ./run\n"),
            await _checkout.RunAsync("pins", "resolve"));
    }

    private static string Expected(ImagePin pin) => RegistryServer.DigestOf(RegistryServer.ManifestOf(RegistryImage.Of(pin.Repository, pin.Tag).Repository, pin.Tag));
}
