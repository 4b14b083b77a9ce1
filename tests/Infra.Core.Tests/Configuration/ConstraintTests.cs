using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Core.Tests.Configuration;

public sealed class ConstraintTests
{
    [Fact]
    public void Each_says_what_it_allows()
    {
        Assert.Equal("at least one character", new NonEmptyAttribute().Allowed(typeof(string)));
        Assert.Equal("at least one entry", new NonEmptyAttribute().Allowed(typeof(ImmutableArray<int>)));
        Assert.Equal("at most 1 character", new MaxLengthAttribute(1).Allowed(typeof(string)));
        Assert.Equal("at most 2 entries", new MaxLengthAttribute(2).Allowed(typeof(ImmutableArray<int>)));
        Assert.Equal("at least 0.5", new InRangeAttribute { Min = 0.5 }.Allowed(typeof(double)));
        Assert.Equal("at most 10", new InRangeAttribute { Max = 10 }.Allowed(typeof(int)));
        Assert.Equal("1 to 10", new InRangeAttribute { Min = 1, Max = 10 }.Allowed(typeof(int)));
        Assert.Equal("at least 1Gi", new InRangeAttribute<ByteSize> { Min = "1Gi" }.Allowed(typeof(ByteSize)));
        Assert.Equal("at most 2h", new InRangeAttribute<GoDuration> { Max = "2h" }.Allowed(typeof(GoDuration)));
        Assert.Equal("a to z", new MatchesAttribute("[a-z]", "a to z").Allowed(typeof(string)));
    }

    [Theory]
    [InlineData("19Gi", false)]
    [InlineData("20Gi", true)]
    [InlineData("16Ti", true)]
    [InlineData("17Ti", false)]
    public void Both_ends_of_a_range_belong_to_it(string text, bool isMet)
    {
        Assert.True(ByteSize.TryParse(text, out var size));
        Assert.Equal(isMet, new InRangeAttribute<ByteSize> { Min = "20Gi", Max = "16Ti" }.IsMetBy(size));
    }

    [Fact]
    public void A_limit_that_is_no_value_is_the_programmers_mistake()
    {
        var exception = Assert.Throws<NotSupportedException>(() => new InRangeAttribute<GoDuration> { Min = "5" }.IsMetBy(default(GoDuration)));
        Assert.Equal("'5' is no limit; allowed: a duration such as 30s, 5m, 1h30m or 500ms.", exception.Message);
    }

    [Fact]
    public void Entries_and_whole_are_limited_apart()
    {
        var problems = new ConfigProblems();
        ConfigBinder.Bind<Limited>("k:v", """{"names": ["a", "B", "c"], "sizes": {"x": "2Gi"}}""", problems);

        Assert.Equal(
            [
                "k:v.names[1]: 'B' is not allowed; allowed: one lowercase letter",
                "k:v.names: a list of 3 entries is not allowed; allowed: at most 2 entries",
                "k:v.sizes.x: '2Gi' is not allowed; allowed: at most 1Gi",
            ],
            problems.All.Select(problem => problem.ToString()));
    }

    private sealed record Limited
    {
        [MaxLength(2)]
        [Matches("[a-z]", "one lowercase letter")]
        public ImmutableArray<string> Names { get; init; }

        [InRange<ByteSize>(Max = "1Gi")]
        public ImmutableSortedDictionary<string, ByteSize> Sizes { get; init; } = ImmutableSortedDictionary<string, ByteSize>.Empty;
    }
}
