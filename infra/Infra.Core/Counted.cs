using System.Globalization;

namespace Infra.Core;

/// <summary>A number with what it counts.</summary>
public static class Counted
{
    /// <summary><c>1 problem</c>, <c>2 problems</c>; <c>1 entry</c>, <c>2 entries</c>; <c>1 day</c>, <c>2 days</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="what">The name of one, in English.</param>
    public static string Of(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {Noun(count, what)}");

    private static string Noun(int count, string what)
    {
        if (count == 1)
        {
            return what;
        }

        return what.EndsWith('y') && !"aeou".Contains(what[^2], StringComparison.Ordinal) ? $"{what[..^1]}ies" : $"{what}s";
    }
}
