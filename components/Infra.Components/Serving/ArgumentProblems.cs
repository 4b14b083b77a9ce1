using Infra.Core.Configuration;

namespace Infra.Components.Serving;

/// <summary>Checks that several inputs share.</summary>
internal static class ArgumentProblems
{
    /// <summary>Adds a problem for a number that is too small.</summary>
    public static void AtLeast(int least, int value, string path, ConfigProblems problems)
    {
        if (value < least)
        {
            problems.Add(path, $"{value} is less than {least}");
        }
    }

    /// <summary>The member of an enumeration; null for no text, and for one that is not allowed, which is a problem.</summary>
    public static T? Parse<T>(string? text, string path, ConfigProblems problems)
        where T : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        if (WireNames.TryParse<T>(text, out var value))
        {
            return value;
        }

        problems.Add(path, $"{Shown.Quoted(text)} is not allowed; allowed: {string.Join(", ", WireNames.All<T>())}");
        return null;
    }
}
