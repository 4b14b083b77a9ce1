using Infra.Capacity.Scenarios;
using Infra.TestKit;

namespace Infra.Capacity.Tests.Scenarios;

public sealed class SeedPageTests
{
    [Fact]
    public void The_page_is_what_comes_out() => Golden.MatchDocument(SeedPage.Render(SeedClaims.Test()), "docs/capacity-seeds.md");

    // What the page says in words below its table.
    [Fact]
    public void The_words_on_the_page_are_true()
    {
        var claims = SeedClaims.Test();

        Assert.True(claims.Single(claim => claim.Meaning == "answers per US dollar of a node: image classifier after").Change < 0);
        Assert.True(claims.Single(claim => claim.Claim == "utilisation +42 %").Change < 0);
        Assert.True(claims.Single(claim => claim.Claim == "throughput ×3.8").Change > 0);
    }

    // One after the other a server does exactly what was measured: the simulation adds nothing and loses nothing.
    [Fact]
    public void A_classifier_without_batches_does_what_was_measured()
    {
        Assert.Equal(6.49, SeedMeasurement.Capacity(SeedScenarios.ClassifierBefore), 0.02);
        Assert.Equal(162.15, SeedMeasurement.Capacity(SeedScenarios.ClassifierAfter), 0.2);
        // With more requests than it can take every batch is full.
        Assert.Equal(1076.81, SeedMeasurement.Capacity(SeedScenarios.ClassifierBatched), 2.0);
    }

    [Theory]
    [InlineData(3, 1, 4, true)]
    [InlineData(3, 1, 3.9, false)]
    [InlineData(-0.62, 1, 0.38, true)]
    [InlineData(-0.62, 1, 0.5, false)]
    [InlineData(0.42, 50, 40, false)]
    public void A_claim_is_confirmed_by_as_much_in_its_direction(double claimed, double before, double after, bool isConfirmed) =>
        Assert.Equal(isConfirmed, new SeedClaim("", "", "", claimed, before, after, "").IsConfirmed);

    [Fact]
    public void Every_parameter_has_a_source()
    {
        var words = new[] { "seed 00", "our catalogue", "measured", "assumption", "estimate", "Azure" };

        Assert.All(SeedScenarios.All.SelectMany(scenario => scenario.Parameters), parameter => Assert.Contains(words, word => parameter.Source.Contains(word, StringComparison.Ordinal)));
    }
}
