namespace Infra.Core.Configuration;

/// <summary>Finds what a user probably meant by a name that does not exist.</summary>
public static class Suggestion
{
    private const int MaxDistance = 2;

    // In a name this short two edits reach almost anything: 'max' is two edits from 'min'.
    private const int ShortName = 3;

    /// <summary>
    /// The candidate with the fewest edits (insert, delete, replace, swap of neighbours; upper and lower case are the same):
    /// at most two, one for names of up to three characters. Of equally near ones the first in ordinal order.
    /// </summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that exist, in any order.</param>
    /// <returns>The nearest candidate, or null if none is near.</returns>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var limit = name.Length <= ShortName ? 1 : MaxDistance;
        string? nearest = null;
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - name.Length) > limit)
            {
                continue;
            }

            var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance <= limit)
            {
                nearest = candidate;
                limit = distance - 1;
            }
        }

        return nearest;
    }

    // Optimal string alignment: Damerau-Levenshtein without edits inside a swapped pair. Three rows are enough.
    private static int Distance(string left, string right)
    {
        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }
}
