using System.Collections.Immutable;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>A selector of objects by their labels; all requirements have to hold, and none selects everything.</summary>
/// <param name="Requirements">The requirements.</param>
internal sealed record LabelSelector(ImmutableArray<LabelRequirement> Requirements)
{
    public bool Matches(ImmutableSortedDictionary<string, string> labels)
    {
        foreach (var requirement in Requirements)
        {
            if (!requirement.Accepts(labels.GetValueOrDefault(requirement.Key)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Labels that whatever is selected has for sure.</summary>
    public IEnumerable<(string Key, string Value)> Certain => Requirements.Where(one => one is { Operator: "In", Values.Length: 1 }).Select(one => (one.Key, one.Values[0]));

    public LabelSelector And(IEnumerable<LabelRequirement> more) => new([.. Requirements, .. more]);
}
