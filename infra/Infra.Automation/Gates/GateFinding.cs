namespace Infra.Automation.Gates;

/// <summary>Something that stands in the way of an update.</summary>
/// <param name="Check">Who says so: the id of a rule, or <c>preview</c>, <c>placement</c>, <c>data</c>, <c>cost</c>.</param>
/// <param name="Subject">What it is about: a URN or a name; empty for the stack as a whole.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Next">What to do.</param>
public sealed record GateFinding(string Check, string Subject, string Problem, string Next);
