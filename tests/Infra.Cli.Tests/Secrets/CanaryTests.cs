using System.Text;

namespace Infra.Cli.Tests.Secrets;

/// <summary>A search that finds nothing proves nothing unless it finds what is there.</summary>
public sealed class CanaryTests
{
    private static readonly Canary _canary = new("a");

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xy")]
    [InlineData("xyz")]
    [InlineData("{\"auths\":{\"a\":\"")]
    public void It_is_found_in_base64_wherever_it_stands(string before)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{_canary.Text}\"}}"));

        Assert.Single(_canary.FoundIn(encoded));
    }

    [Fact]
    public void It_is_found_as_it_is_cut_and_in_other_letters()
    {
        Assert.Equal([_canary.Text, "hf_CANARYAx7"], _canary.FoundIn($"a {_canary.Text}"));
        Assert.Equal(["hf_CANARYAx7"], _canary.FoundIn($"a {_canary.Text[..12]}…"));
        Assert.Equal([_canary.Text, "hf_CANARYAx7"], _canary.FoundIn(_canary.Text.ToLowerInvariant()));
    }

    [Fact]
    public void Of_another_nothing_is_found() => Assert.Empty(_canary.FoundIn(new Canary("b").Text));
}
