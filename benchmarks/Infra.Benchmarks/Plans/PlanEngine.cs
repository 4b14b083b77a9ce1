using System.Collections.Immutable;
using Infra.Planning.Costs;
using Infra.Planning.Diffing;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Placement;
using Infra.Planning.Policies;
using Infra.Planning.Rendering;
using Infra.Planning.Rendering.Html;

namespace Infra.Benchmarks.Plans;

/// <summary>One pure engine.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Prepare">What it works on is made here, outside of the measured run.</param>
internal sealed record PlanEngine(string Name, Func<PlanSubject, Action> Prepare)
{
    public static ImmutableArray<PlanEngine> All { get; } =
    [
        new("diff", subject => () => PlanDiff.Between(subject.Before, subject.Plan)),
        Over("diff as text", subject => subject.Diff, diff => PlainText.Of(PlanDiffText.Render(diff))),
        Over("diff as Markdown", subject => subject.Diff, diff => PlanDiffMarkdown.Render(diff)),
        new("placement", subject => () => PlanPlacement.Of(subject.Plan)),
        Over("cost, once placed", subject => (subject.Plan, subject.Placement), both => PlanCosts.Of(both.Plan, both.Placement)),
        new("policy", subject => () => PolicyCheck.Of(subject.Plan, PlanSubject.Policies)),
        Over("report page", subject => subject.Review, review => HtmlReport.Write(review, TextWriter.Null)),
    ];

    // What another engine has made comes first, and outside of the measured run.
    private static PlanEngine Over<T>(string name, Func<PlanSubject, T> input, Action<T> run) => new(name, subject =>
    {
        var made = input(subject);
        return () => run(made);
    });
}
