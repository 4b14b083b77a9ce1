using Infra.Core.Versions;

namespace Infra.Core.Tests.Versions;

public sealed class ImageDigestsTests
{
    private static readonly string _digest = $"sha256:{new string('a', 64)}";

    [Fact]
    public void Every_pinned_image_is_among_them_once()
    {
        var pins = typeof(Pins).GetFields().Where(field => field.FieldType == typeof(ImagePin)).Select(field => ((ImagePin)field.GetValue(null)!).Tagged)
            .Concat(ClusterAutoscalerImages.Versions.Select(version => ClusterAutoscalerImages.For(version)!.Tagged));

        Assert.Equal(pins.Distinct().Order(StringComparer.Ordinal), PinnedImages.All.Select(image => image.Tagged));
    }

    // A digest of what no pin names would be one that nobody reads, or of a tag that has changed since.
    [Fact]
    public void What_is_known_is_of_pinned_images() => Assert.Empty(ImageDigests.Known.Keys.Except(PinnedImages.All.Select(image => image.Tagged)));

    [Fact]
    public void A_reference_has_the_digest_where_it_is_known()
    {
        var pin = Pins.Curl;

        Assert.Equal($"{pin.Tagged}@{_digest}", pin.ReferenceWith(new Dictionary<string, string> { [pin.Tagged] = _digest }));
        Assert.Equal(pin.Tagged, pin.ReferenceWith(new Dictionary<string, string> { [$"{pin.Repository}:0.0"] = _digest }));
        Assert.Equal(pin.ReferenceWith(ImageDigests.Known), pin.Reference);
        Assert.Equal($"{pin.Repository}:{pin.Version}", pin.Reference);
    }

    [Fact]
    public void What_is_written_is_read_in_order()
    {
        var text = ImageDigests.Write(new Dictionary<string, string> { ["b.c/d:2"] = _digest, ["a.b/c:1"] = _digest });

        Assert.Equal($"{{\n  \"a.b/c:1\": \"{_digest}\",\n  \"b.c/d:2\": \"{_digest}\"\n}}\n", text);
        Assert.Equal(["a.b/c:1", "b.c/d:2"], ImageDigests.Read(text).Keys);
    }

    [Theory]
    [InlineData("sha256:12")]
    [InlineData("sha512:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n")]
    public void What_no_reference_can_have_is_no_digest(string text) => Assert.False(ImageDigests.IsDigest(text));
}
