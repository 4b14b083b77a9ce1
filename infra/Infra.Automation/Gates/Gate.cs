using Infra.Capture;
using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Policies;
using Infra.Planning.Reviewing;

namespace Infra.Automation.Gates;

/// <summary>Decides whether an update may start.</summary>
public static class Gate
{
    /// <summary>Operations that end with the old resource gone (pulumi/pulumi, sdk/go/common/display/events.go: <c>OpType</c>).</summary>
    private static readonly string[] _deleting = ["delete", "delete-replaced", "replace", "create-replacement"];

    /// <param name="preview">What the real engine says that it would do.</param>
    /// <param name="review">What the engines of this repository say of it.</param>
    /// <param name="options">What may pass.</param>
    /// <param name="before">What is there now: it tells what a deleted resource holds and what guards it. Default: nothing.</param>
    public static GateVerdict Judge(CapturedPlan preview, PlanReview review, GateOptions options, Plan? before = null)
    {
        ArgumentNullException.ThrowIfNull(preview);
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(options);
        return new GateVerdict([.. Errors(preview), .. Losses(preview, options, before), .. Policies(review.Policy), .. Pods(review, options), .. Cost(review, options)])
        {
            Preview = preview,
            Review = review,
        };
    }

    private static IEnumerable<GateFinding> Errors(CapturedPlan preview) => preview.Diagnostics
        .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(static diagnostic => new GateFinding("preview", diagnostic.Urn?.ToString() ?? "", diagnostic.Message, "The update would fail the same way: mend it first."));

    /// <summary>By the real engine's verdict: what a provider replaces, nobody else knows for sure.</summary>
    private static IEnumerable<GateFinding> Losses(CapturedPlan preview, GateOptions options, Plan? before)
    {
        var there = (before?.Resources ?? []).ToDictionary(static resource => resource.Urn);
        return
            from step in preview.Steps
            where _deleting.Contains(step.Operation)
            group step by step.Urn into steps
            where !options.AllowedLosses.Contains(steps.Key.ToString()) && !options.AllowedLosses.Contains(steps.Key.Name)
            // A resource that is renamed and replaced at once stands in the state under the name that it had.
            let old = steps.Select(static step => step.PriorUrn).Prepend(steps.Key).OfType<Urn>().Select(there.GetValueOrDefault).FirstOrDefault(static resource => resource is not null)
            where old is not null
            let loss = DataLoss.OfDeleting(old)
            where loss is { IsShouted: true }
            let replaced = steps.Any(static step => step.Operation is not "delete")
            let reasons = steps.SelectMany(static step => step.ReplaceReasons).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()
            select new GateFinding(
                "data",
                steps.Key.ToString(),
                $"{steps.Key.Type} '{steps.Key.Name}' would be {(replaced ? "replaced" : "deleted")}{(reasons.Count == 0 ? "" : $", because of {string.Join(", ", reasons)}")}, and with it {loss.What}",
                $"Keep it as it is; or save the data and allow the loss of '{steps.Key.Name}'.");
    }

    private static IEnumerable<GateFinding> Policies(PolicyReport policy) => policy.Open
        .Where(finding => finding.Rule.Severity >= policy.Gate)
        .Select(static finding => new GateFinding(
            finding.Rule.Id,
            finding.Path is null ? finding.Resource.Name : $"{finding.Resource.Name} {finding.Path}",
            finding.Message,
            $"./run explain rule {finding.Rule.Id} says more; what is accepted for now stands in policy-suppressions.yaml."));

    private static IEnumerable<GateFinding> Pods(PlanReview review, GateOptions options) => review.Placement.Fits || options.AllowUnplacedPods
        ? []
        : [new GateFinding("placement", review.Placement.Environment, review.Placement.Summary, $"./run place {review.Placement.Environment} says which pods, and why.")];

    private static IEnumerable<GateFinding> Cost(PlanReview review, GateOptions options) => options.MaximumMonthlyCost is { } limit && review.Cost.AtMaximum > limit
        ? [new GateFinding("cost", review.Cost.Stack, FormattableString.Invariant($"at its maximum it costs ${review.Cost.AtMaximum:0} a month by list prices; allowed are ${limit:0}"), $"./run cost {review.Cost.Stack} says for what.")]
        : [];
}
