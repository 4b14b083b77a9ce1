using Infra.Planning.Rendering.Html;

namespace Infra.Planning.Reviewing;

/// <summary>What somebody adds to a review who knows more than the plan.</summary>
public abstract class ReviewAddition
{
    /// <summary>Its name in the JSON document.</summary>
    public abstract string Name { get; }

    /// <summary>Its section of a pull request's comment.</summary>
    /// <param name="isBrief">Whether only the totals are told.</param>
    public abstract string Markdown(bool isBrief);

    /// <summary>Writes its JSON document.</summary>
    public abstract void WriteJson(TextWriter writer);

    /// <summary>Its part of the page.</summary>
    internal abstract IReportSection Section { get; }
}
