using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Tests.Documents;

/// <summary>Defaults are the initialisers', and a comment that says another value is found.</summary>
public sealed class DefaultsTests
{
    private static readonly ImmutableArray<ConfigKey> _keys = ((ConfigShape.Record)ConfigShape.Of<Sample>()).Keys;

    [Theory]
    [InlineData("number", "A number. Default: 3.", "`3`", "A number.")]
    [InlineData("flag", "A flag. Default: true; then it is on. More of it.", "`true`; then it is on", "A flag. More of it.")]
    [InlineData("share", "A share. Default: `0.5`. More of it.", "`0.5`", "A share. More of it.")]
    [InlineData("share", "A share.", "`0.5`", "A share.")]
    [InlineData("text", "A text. Default: what the pool has.", "what the pool has", "A text.")]
    [InlineData("text", "A text.", "none", "A text.")]
    [InlineData("list", "A list.", "empty", "A list.")]
    [InlineData("required", "A text.", "**required**", "A text.")]
    public void Words_of_the_comment_stand_beside_the_value(string key, string documentation, string value, string meaning) =>
        Assert.Equal((value, meaning), Defaults.Words(_keys.Single(k => k.Name == key), documentation));

    [Theory]
    [InlineData("number", "A number. Default: 30.", "Sample.Number is 3 by default, but its comment says '30'.")]
    [InlineData("flag", "A flag. Default: false.", "Sample.Flag is true by default, but its comment says 'false'.")]
    public void Another_value_in_the_comment_is_an_error(string key, string documentation, string message) => Assert.Equal(
        message,
        Assert.Throws<InvalidOperationException>(() => Defaults.Words(_keys.Single(k => k.Name == key), documentation)).Message);

    internal sealed record Sample
    {
        public int Number { get; init; } = 3;

        public bool Flag { get; init; } = true;

        public double Share { get; init; } = 0.5;

        public string? Text { get; init; }

        public ImmutableArray<string> List { get; init; } = [];

        public required string Required { get; init; }
    }
}
