using Infra.Capacity.Randomness;

namespace Infra.Capacity.Tests.Randomness;

public sealed class RandomSourceTests
{
    [Fact]
    public void A_seed_and_a_purpose_name_a_stream()
    {
        Assert.Equal(Draws(1, "a"), Draws(1, "a"));
        Assert.Empty(Draws(1, "a").Intersect(Draws(1, "b")));
        Assert.Empty(Draws(1, "a").Intersect(Draws(2, "a")));
    }

    [Fact]
    public void Draws_are_uniform()
    {
        var stream = new RandomSource(7, "uniform");
        var counts = new int[10];
        for (var i = 0; i < 100_000; i++)
        {
            counts[stream.NextBelow(10)]++;
        }

        // Chi-square with 9 degrees of freedom: 27.9 is passed once in a thousand.
        Assert.InRange(counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000), 0, 27.9);
    }

    [Fact]
    public void Doubles_stay_below_one_and_exponential_times_have_their_mean()
    {
        var stream = new RandomSource(7, "doubles");
        Assert.All(Enumerable.Range(0, 10_000), _ => Assert.InRange(stream.NextDouble(), 0, 1 - double.Epsilon));
        Assert.InRange(Enumerable.Range(0, 100_000).Average(_ => stream.NextExponential(50)), 49.5, 50.5);
    }

    private static ulong[] Draws(long seed, string purpose)
    {
        var stream = new RandomSource(seed, purpose);
        return [.. Enumerable.Range(0, 100).Select(_ => stream.Next())];
    }
}
