using System.Collections.Immutable;
using Infra.Core;

namespace Infra.Planning.Policies;

/// <summary>Everything that the rules said of one plan.</summary>
public sealed record PolicyReport
{
    /// <summary>The stack, or the folder of manifests.</summary>
    public required string Name { get; init; }

    /// <summary>The day that it was judged on.</summary>
    public required DateOnly On { get; init; }

    /// <summary>From which severity on an open finding fails the check.</summary>
    public required PolicySeverity Gate { get; init; }

    /// <summary>How many rules were asked.</summary>
    public required int Rules { get; init; }

    /// <summary>How many resources there are.</summary>
    public required int Resources { get; init; }

    /// <summary>Worst first, then by rule and in the order of the plan; suppressed ones among them.</summary>
    public required ImmutableArray<PolicyFinding> Findings { get; init; }

    /// <summary>What only an update will tell, in the order of rules and resources.</summary>
    public required ImmutableArray<PolicyUnknown> NotKnown { get; init; }

    /// <summary>Those that somebody has to mend.</summary>
    public IEnumerable<PolicyFinding> Open => Findings.Where(finding => finding.IsOpen);

    /// <summary>Those that somebody gave a reason for.</summary>
    public IEnumerable<PolicyFinding> Suppressed => Findings.Where(finding => !finding.IsOpen);

    /// <summary>Whether nothing is open that the gate stops.</summary>
    public bool Passes => Open.All(finding => finding.Rule.Severity < Gate);

    /// <summary>How many open findings have a severity.</summary>
    public int Count(PolicySeverity severity) => Open.Count(finding => finding.Rule.Severity == severity);

    /// <summary>One line, such as <c>policy: 2 errors, 1 warning; 3 suppressed; 5 not known (62 rules)</c>.</summary>
    public string Summary
    {
        get
        {
            var counts = new[] { PolicySeverity.Error, PolicySeverity.Warning, PolicySeverity.Info }
                .Select(severity => (Number: Count(severity), severity))
                .Where(one => one.Number > 0)
                .Select(one => one.severity == PolicySeverity.Info ? $"{one.Number} to know" : Counted.Of(one.Number, one.severity.Name()))
                .ToList();
            var suppressed = Suppressed.Count();
            return $"policy: {(counts.Count == 0 ? "no findings" : string.Join(", ", counts))}"
                + (suppressed > 0 ? $"; {suppressed} suppressed" : "")
                + (NotKnown.IsEmpty ? "" : $"; {NotKnown.Length} not known")
                + $" ({Counted.Of(Rules, "rule")})";
        }
    }
}
