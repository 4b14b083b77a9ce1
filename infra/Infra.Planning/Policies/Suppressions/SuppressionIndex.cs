using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Suppressions;

/// <summary>Finds the suppression of a finding.</summary>
internal sealed class SuppressionIndex(IEnumerable<PolicySuppression> suppressions)
{
    private readonly ILookup<string, PolicySuppression> _byRule = suppressions.ToLookup(suppression => suppression.Rule, StringComparer.Ordinal);

    /// <summary>The first that fits; null for none.</summary>
    public PolicySuppression? Find(string rule, PolicySubject subject) =>
        _byRule[rule].FirstOrDefault(suppression => Matches(suppression.Resource, subject.Label) || Matches(suppression.Resource, subject.Resource.Urn.ToString()));

    /// <summary>Whether a text fits a pattern in which <c>*</c> stands for any text.</summary>
    internal static bool Matches(string pattern, string text)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return pattern == text;
        }

        if (!text.StartsWith(parts[0], StringComparison.Ordinal) || text.Length < parts[0].Length + parts[^1].Length || !text.EndsWith(parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var (at, end) = (parts[0].Length, text.Length - parts[^1].Length);
        foreach (var part in parts[1..^1])
        {
            var found = text.IndexOf(part, at, end - at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return true;
    }
}
