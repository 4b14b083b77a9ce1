using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>What a selector demands of one label (kubernetes.io, "Labels and Selectors"; <c>Gt</c> and <c>Lt</c> of nodes only).</summary>
/// <param name="Key">The label.</param>
/// <param name="Operator"><c>In</c>, <c>NotIn</c>, <c>Exists</c>, <c>DoesNotExist</c>, <c>Gt</c> or <c>Lt</c>.</param>
/// <param name="Values">The values that the operator compares with.</param>
internal sealed record LabelRequirement(string Key, string Operator, ImmutableArray<string> Values)
{
    /// <summary>Whether a label with this value, or none, will do. A label that is absent is in no list.</summary>
    public bool Accepts(string? value) => Operator switch
    {
        "In" => value is not null && Values.Contains(value),
        "NotIn" => value is null || !Values.Contains(value),
        "Exists" => value is not null,
        "DoesNotExist" => value is null,
        "Gt" => Numbers(value) is var (label, bound) && label > bound,
        "Lt" => Numbers(value) is var (label, bound) && label < bound,
        _ => false,
    };

    /// <summary>For a message, e.g. <c>gpu-inference/pool in (t4, v100)</c>.</summary>
    public override string ToString() => Operator switch
    {
        "In" when Values.Length == 1 => $"{Key}={Values[0]}",
        "In" => $"{Key} in ({string.Join(", ", Values)})",
        "NotIn" => $"{Key} not in ({string.Join(", ", Values)})",
        "Exists" => $"a label {Key}",
        "DoesNotExist" => $"no label {Key}",
        _ => $"{Key} {Operator} {string.Join(", ", Values)}",
    };

    private (long Label, long Bound)? Numbers(string? value) =>
        Values.Length == 1 && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var label)
        && long.TryParse(Values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound) ? (label, bound) : null;
}
