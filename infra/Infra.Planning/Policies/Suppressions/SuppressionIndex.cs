using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Suppressions;

/// <summary>Finds the suppression of a finding. Those that name one resource are looked up: there may be one for each object.</summary>
internal sealed class SuppressionIndex
{
    private readonly ILookup<(string Rule, string Resource), PolicySuppression> _exact;
    private readonly ILookup<string, PolicySuppression> _patterns;

    public SuppressionIndex(IEnumerable<PolicySuppression> suppressions)
    {
        var kinds = suppressions.ToLookup(suppression => suppression.Resource.Contains('*', StringComparison.Ordinal));
        _exact = kinds[false].ToLookup(suppression => (suppression.Rule, suppression.Resource));
        _patterns = kinds[true].ToLookup(suppression => suppression.Rule, StringComparer.Ordinal);
    }

    /// <summary>The first that fits; null for none.</summary>
    public PolicySuppression? Find(string rule, PolicySubject subject)
    {
        var (label, urn) = (subject.Label, subject.Resource.Urn.ToString());
        return _exact[(rule, urn)].Concat(_exact[(rule, label)]).FirstOrDefault()
            ?? _patterns[rule].FirstOrDefault(suppression => Matches(suppression.Resource, label) || Matches(suppression.Resource, urn));
    }

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
