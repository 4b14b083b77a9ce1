using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Suppressions;

/// <summary>Suppressions that objects carry: <c>policy.gpu-inference/ignore.GPU001: why; until 2027-03-01</c>.</summary>
public static partial class AnnotatedSuppressions
{
    /// <summary>Start of the annotation; the rule's id follows.</summary>
    public const string Prefix = "policy.gpu-inference/ignore.";

    internal static (ImmutableArray<PolicySuppression> All, ImmutableArray<Verdict> Broken) Of(IEnumerable<PolicySubject> subjects, IEnumerable<PolicySuppression> further)
    {
        var (all, broken) = (further.ToImmutableArray().ToBuilder(), ImmutableArray.CreateBuilder<Verdict>());
        foreach (var subject in subjects.Where(subject => subject.Kind is not null))
        {
            foreach (var (key, field) in subject["metadata", "annotations"].Entries.Where(annotation => annotation.Key.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                var rule = key[Prefix.Length..];
                if (Problem(rule, field.Text, out var reason, out var until) is { } problem)
                {
                    broken.Add(subject.Finding(field, problem));
                }
                else
                {
                    all.Add(new PolicySuppression(rule, subject.Resource.Urn.ToString(), reason, until, $"annotation of {subject.Label}"));
                }
            }
        }

        return (all.ToImmutable(), broken.ToImmutable());
    }

    private static string? Problem(string rule, string? text, out string reason, out DateOnly until)
    {
        (reason, until) = ("", default);
        if (!PolicyRules.IsRule(rule))
        {
            return $"there is no rule {rule}; './run explain rule' lists them";
        }

        if (text is null || Form().Match(text) is not { Success: true } match || !DateOnly.TryParseExact(match.Groups["until"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out until))
        {
            return "this suppresses nothing; write the reason and the last day: 'REASON; until YYYY-MM-DD'";
        }

        reason = match.Groups["reason"].Value;
        return null;
    }

    [GeneratedRegex(@"\A\s*(?<reason>\S.*?)\s*;\s*until\s+(?<until>\d{4}-\d{2}-\d{2})\s*\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();
}
