using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Rules;

/// <summary>Rules that are evaluated together, in order.</summary>
/// <param name="Name">Name, unique within its object.</param>
/// <param name="Rules">The rules.</param>
public sealed record RuleGroup(string Name, ImmutableArray<Rule> Rules);
