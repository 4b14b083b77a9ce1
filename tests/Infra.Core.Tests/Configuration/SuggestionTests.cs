using Infra.Core.Configuration;

namespace Infra.Core.Tests.Configuration;

public sealed class SuggestionTests
{
    private static readonly string[] Keys = ["name", "instanceTypes", "min", "max"];

    [Theory]
    [InlineData("instanceTyp", "instanceTypes")]
    [InlineData("instancetypes", "instanceTypes")]
    [InlineData("instanceTpyes", "instanceTypes")]
    [InlineData("nmae", "name")]
    [InlineData("mx", "max")]
    [InlineData("mux", "max")]
    [InlineData("instance", null)]
    [InlineData("foo", null)]
    [InlineData("", null)]
    public void Finds_the_key_that_was_meant(string written, string? meant) => Assert.Equal(meant, Suggestion.Nearest(written, Keys));

    [Fact]
    public void Of_equally_near_names_takes_the_first_in_ordinal_order_whatever_order_they_come_in()
    {
        Assert.Equal("poolA", Suggestion.Nearest("pool", ["poolB", "poolA"]));
        Assert.Equal("poolA", Suggestion.Nearest("pool", ["poolA", "poolB"]));
    }

    [Fact]
    public void Prefers_fewer_edits_to_ordinal_order() => Assert.Equal("g4dn.xlarge", Suggestion.Nearest("g4dn.xlage", ["g4dn.2xlarge", "g4dn.xlarge"]));

    [Fact]
    public void An_existing_name_is_its_own_suggestion() =>
        Properties.Hold<FsCheck.NonNull<string>>(name => Suggestion.Nearest(name.Get, [name.Get, name.Get + "x"]) == name.Get);
}
