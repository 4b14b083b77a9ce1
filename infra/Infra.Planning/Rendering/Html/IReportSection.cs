using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html;

/// <summary>A part of the page.</summary>
internal interface IReportSection
{
    /// <summary>What links lead to.</summary>
    string Id { get; }

    string Title { get; }

    /// <summary>Whether there is anything to write.</summary>
    bool IsIn(PlanReview review) => true;

    /// <summary>Writes what stands below the title.</summary>
    void Write(HtmlWriter html, PlanReview review);
}
