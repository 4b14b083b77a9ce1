using System.Text;
using Infra.Core.Configuration;

namespace Infra.Core.Naming;

/// <summary>
/// Which names another system accepts for one kind of thing, and how to make such a name out of any text. Names consist of ASCII letters,
/// digits and the rule's <see cref="Inner"/> characters; <see cref="NameRules"/> holds the rules.
/// </summary>
public sealed record NameRule
{
    /// <summary>What is named, with article, to follow "is not", for example <c>a Kubernetes label value</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What is allowed in words, without the length, to follow "allowed: ".</summary>
    public required string Allowed { get; init; }

    /// <summary>Where the rule is documented.</summary>
    public required string Source { get; init; }

    /// <summary>The least number of characters.</summary>
    public int MinLength { get; init; } = 1;

    /// <summary>The greatest number of characters.</summary>
    public required int MaxLength { get; init; }

    /// <summary>The characters allowed besides letters and digits; always with '-', which derived names are joined by.</summary>
    public required string Inner { get; init; }

    /// <summary>True if capital letters are refused.</summary>
    public bool IsLowerCase { get; init; }

    /// <summary>What a name may begin and end with; letters and digits by default.</summary>
    public NameEnds Ends { get; init; }

    /// <summary>True if a letter or digit must stand on both sides of each point.</summary>
    public bool PointsSeparate { get; init; }

    /// <summary>True if the name keeps the rule.</summary>
    /// <param name="name">The name to judge.</param>
    public bool Accepts(string name) =>
        name.Length >= MinLength && name.Length <= MaxLength && name.All(IsAllowed) && (name.Length == 0 || HasGoodEnds(name))
        && (!PointsSeparate || name.Split('.').All(part => part.Length > 0 && HasGoodEnds(part)));

    /// <summary>The complaint about a name, fit for <see cref="ConfigProblems.Add"/>; null if the name keeps the rule.</summary>
    /// <param name="name">The name to judge.</param>
    public string? Problem(string name) =>
        Accepts(name) ? null : $"{Shown.Quoted(name)} is not {Kind}; allowed: {MinLength} to {MaxLength} characters, {Allowed}";

    /// <summary>
    /// Joins the parts with '-'. If the result breaks the rule, its bad characters become '-', it is cut, and a hash of the whole text is
    /// appended: the name is always valid, the same for the same parts, and different for texts that differ only where they were cut.
    /// </summary>
    /// <param name="parts">What the name is made of, from general to special.</param>
    public string Derive(params ReadOnlySpan<string> parts)
    {
        var text = string.Join('-', parts);
        if (text.Length > 0 && Accepts(text))
        {
            return text;
        }

        var suffix = "-" + ShortHash.Of(text);
        var stem = Stem(text);
        return stem[..Math.Min(stem.Length, MaxLength - suffix.Length)].TrimEnd(Inner.ToCharArray()) + suffix;
    }

    private string Stem(string text)
    {
        var stem = new StringBuilder();
        foreach (var original in text)
        {
            var c = IsLowerCase ? char.ToLowerInvariant(original) : original;
            var isKept = IsAllowed(c) && !(c == '.' && PointsSeparate);
            if (stem.Length > 0 ? isKept && c != '-' : char.IsAsciiLetter(c) || (char.IsAsciiDigit(c) && Ends != NameEnds.LetterFirst))
            {
                stem.Append(c);
            }
            else if (stem.Length > 0 && stem[^1] != '-')
            {
                stem.Append('-');
            }
        }

        return stem.Length > 0 ? stem.ToString() : "x";
    }

    private bool IsAllowed(char c) =>
        char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || (!IsLowerCase && char.IsAsciiLetterUpper(c)) || Inner.Contains(c, StringComparison.Ordinal);

    private bool HasGoodEnds(string name) => Ends switch
    {
        NameEnds.LetterOrDigit => char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1]),
        NameEnds.LetterFirst => char.IsAsciiLetter(name[0]) && char.IsAsciiLetterOrDigit(name[^1]),
        NameEnds.FreeLast => char.IsAsciiLetterOrDigit(name[0]),
        _ => true,
    };
}
