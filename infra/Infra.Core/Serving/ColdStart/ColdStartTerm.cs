using System.Globalization;

namespace Infra.Core.Serving.ColdStart;

/// <summary>One part of a cold start, without the safety factor.</summary>
/// <param name="Step">When it happens.</param>
/// <param name="Duration">How long it takes.</param>
/// <param name="Figure">What that is made of.</param>
public sealed record ColdStartTerm(ColdStartStep Step, TimeSpan Duration, ColdStartFigure Figure)
{
    /// <summary>One line of a report.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Step}: {Math.Ceiling(Duration.TotalSeconds)} s; {Figure}");
}
