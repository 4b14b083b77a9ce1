using Infra.Planning.Costs.Rendering;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Placement.Rendering;
using Infra.Planning.Policies.Rendering;
using Infra.Planning.Rendering;

namespace Infra.Planning.Reviewing;

/// <summary>
/// What a pull request is told of an environment: a section of each engine. Where there is too much of it, sections give way in the order of
/// <c>docs/report.md</c>; what is lost and what finds no node never does.
/// </summary>
public static class ReviewMarkdown
{
    /// <summary>With fewer characters there is no room for what never gives way.</summary>
    public const int LeastLimit = 4_000;

    private const string Note = "\nThis is shortened to fit into a comment; the report has all of it.\n";

    // Who gives way, one after the other; the diff folds its own sections before and after.
    private const int PolicyStep = 1;
    private const int CostStep = 2;
    private const int PlacementStep = 3;

    /// <summary>The text.</summary>
    /// <param name="review">What is known.</param>
    /// <param name="limit">Characters that it may have.</param>
    public static string Render(PlanReview review, int limit = PlanDiffMarkdown.CommentLimit)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, LeastLimit);
        var head = Head(review);
        for (var step = 0; ; step++)
        {
            var rest = Rest(review, step);
            var room = limit - head.Length - rest.Length - (step == 0 ? 0 : Note.Length);

            // A diff may fold to half of the text before any other section gives way.
            if (room >= limit / 2 || step == PlacementStep || Diff(review, int.MaxValue).Length <= room)
            {
                return Within($"{head}{Diff(review, Math.Max(room, limit / 4))}{rest}{(step == 0 ? "" : Note)}", limit);
            }
        }
    }

    private static string Head(PlanReview review) =>
        $"## {MarkdownText.Escape(review.Plan.Stack)}\n\n{(review.Comparison is { } comparison ? $"Compared with {MarkdownText.Escape(comparison.Base)}.\n\n" : "")}";

    private static string Diff(PlanReview review, int limit) =>
        review.Comparison is { } comparison ? $"{PlanDiffMarkdown.Render(comparison.Diff, limit: limit - 1)}\n" : "";

    private static string Rest(PlanReview review, int step)
    {
        string[] sections =
        [
            PlacementMarkdown.Render(review.Placement, isBrief: step >= PlacementStep),
            CostMarkdown.Render(review.Cost, review.Comparison?.Cost, isBrief: step >= CostStep),
            .. review.Additions.Select(addition => addition.Markdown(isBrief: step >= CostStep)),
            PolicyMarkdown.Render(review.Policy, isBrief: step >= PolicyStep),
        ];
        return string.Join("\n\n", sections.Select(static section => section.TrimEnd('\n'))) + "\n";
    }

    // Names that are longer than any that a cluster takes: the limit holds all the same.
    private static string Within(string text, int limit) => text.Length <= limit ? text : text[..(limit - Note.Length)] + Note;
}
