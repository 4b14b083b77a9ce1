using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Reviewing;
using Infra.TestKit;

namespace Infra.Planning.Tests.Reviewing;

public sealed class ReviewMarkdownTests
{
    [Fact]
    public void The_text_of_a_pull_request()
    {
        var text = ReviewMarkdown.Render(SampleReview.Create());

        Golden.Match(text, "report.sample.md");
        Assert.Equal(["## dev", "### Diff", "### Placement", "### Cost", "### Policy"], text.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("### ", StringComparison.Ordinal)).Select(static line => line.Split(':')[0]));
    }

    [Fact]
    public void Without_a_base_there_is_no_diff() => Assert.StartsWith("## dev\n\n### Placement\n", ReviewMarkdown.Render(SampleReview.Create() with { Comparison = null }), StringComparison.Ordinal);

    [Theory]
    [InlineData(4_000)]
    [InlineData(10_000)]
    [InlineData(65_536)]
    public void It_fits_and_keeps_what_must_not_be_missed(int limit)
    {
        var text = ReviewMarkdown.Render(Large(), limit);

        Assert.InRange(text.Length, 1_000, limit);
        Assert.Contains("every object in the bucket", text, StringComparison.Ordinal);
        Assert.Contains("no node of any pool has 8 GPUs", text, StringComparison.Ordinal);
        Assert.Contains("`./run diff` shows all of it", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_longer_than_any_may_be_break_no_limit()
    {
        var review = SampleReview.Create();
        var giant = SampleReview.Unplaced(SampleReview.Giant) with { Message = new string('x', 50_000) };

        Assert.InRange(ReviewMarkdown.Render(review with { Placement = review.Placement with { Maximum = SampleReview.State("maximum", [], [giant]) } }, 10_000).Length, 1, 10_000);
    }

    // Thousands of replacements beside the one that loses data.
    private static PlanReview Large()
    {
        var review = SampleReview.Create();
        var changes = review.Comparison!.Diff.Changes;
        var loss = changes.Single(static change => change.Kind == ChangeKind.Replace);
        var more = Enumerable.Range(0, 3_000).Select(i => new ResourceChange
        {
            Kind = ChangeKind.Update,
            Before = loss.Before,
            After = loss.After! with { Urn = Urn.Parse($"{SamplePlan.Bucket}-{i}") },
            Inputs = [new PropertyChange(PropertyPath.Root.Then(PathStep.Of($"key{i}")), PropertyChangeKind.Change, SamplePlan.Text($"{i}"), SamplePlan.Text("new"))],
        });
        return review with { Comparison = review.Comparison with { Diff = review.Comparison.Diff with { Changes = [loss, .. more] } } };
    }
}
