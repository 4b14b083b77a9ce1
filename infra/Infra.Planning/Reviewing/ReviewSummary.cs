using Infra.Planning.Rendering;

namespace Infra.Planning.Reviewing;

/// <summary>What the engines say of a plan, in a line each: the end of a preview.</summary>
public static class ReviewSummary
{
    /// <summary>The lines; each begins with what it is about.</summary>
    public static IEnumerable<TextLine> Render(PlanReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return
        [
            Line(review.Placement.Summary, review.Placement.Fits),
            Line(review.Cost.Summary, true),
            Line(review.Policy.Summary, review.Policy.Passes),
            TextLine.Of(review.Comparison is { } comparison ? comparison.Diff.Summary : $"changes: ./run diff {review.Plan.Stack} --base main"),
        ];
    }

    private static TextLine Line(string text, bool isFine) => TextLine.Of(text, isFine ? TextRole.Plain : TextRole.Error);
}
