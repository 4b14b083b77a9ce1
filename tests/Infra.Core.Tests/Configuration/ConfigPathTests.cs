using Infra.Core.Configuration;

namespace Infra.Core.Tests.Configuration;

public sealed class ConfigPathTests
{
    [Theory]
    [InlineData("name", "k:a.name")]
    [InlineData("node-pool_2", "k:a.node-pool_2")]
    [InlineData("team.example.com/x", "k:a[\"team.example.com/x\"]")]
    [InlineData("a\"b", "k:a[\"a\\\"b\"]")]
    [InlineData("two\nlines", "k:a[\"two\\u000alines\"]")]
    [InlineData("", "k:a[\"\"]")]
    public void Keys_that_are_no_plain_words_are_quoted(string key, string path) => Assert.Equal(path, ConfigPath.Key("k:a", key));

    [Theory]
    [InlineData("pools", "k:pools")]
    [InlineData("a.b", "k:[\"a.b\"]")]
    [InlineData("a\tb", "k:[\"a\\u0009b\"]")]
    [InlineData("", "k:[\"\"]")]
    public void So_are_top_level_keys(string key, string path) => Assert.Equal(path, ConfigPath.TopLevel("k", key));

    [Theory]
    [InlineData("", "")]
    [InlineData("[0].capacity.max", "[0] capacity max")]
    [InlineData(".labels[\"a.b/c\"].x", "labels a.b/c x")]
    [InlineData("[\"say \\\"hi\\\"\"][\"\"]", "say \"hi\" ")]
    [InlineData(".node-pool_2[17]", "node-pool_2 [17]")]
    public void A_path_is_read_as_it_is_written(string text, string segments) => Assert.Equal(
        segments, string.Join(' ', ConfigPath.Parse(text).Select(segment => segment.Key ?? $"[{segment.Index}]")));

    [Theory]
    [InlineData(".")]
    [InlineData("a")]
    [InlineData("[x]")]
    [InlineData("[-1]")]
    [InlineData("[0")]
    [InlineData("[\"a]")]
    [InlineData(".a..b")]
    [InlineData("[1234567890]")]
    public void What_is_no_path_is_none(string text) => Assert.True(ConfigPath.Parse(text).IsDefault);

    [Fact]
    public void Entries_are_counted_from_zero() => Assert.Equal("k:a[0]", ConfigPath.Index("k:a", 0));
}
