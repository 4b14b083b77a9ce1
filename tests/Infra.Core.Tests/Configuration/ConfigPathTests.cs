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

    [Fact]
    public void Entries_are_counted_from_zero() => Assert.Equal("k:a[0]", ConfigPath.Index("k:a", 0));
}
