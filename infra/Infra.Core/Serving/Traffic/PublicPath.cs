using System.Text.RegularExpressions;

namespace Infra.Core.Serving.Traffic;

/// <summary>The path under which a model is called from outside, and what it sees of it.</summary>
/// <param name="Prefix">What the model's requests begin with, by whole segments; <c>/</c> for all.</param>
/// <param name="Rewrite">What the model sees in its place; null where it sees the prefix itself.</param>
public sealed partial record PublicPath(string Prefix, string? Rewrite)
{
    /// <summary>The form of a path in an error.</summary>
    public const string AllowedForm = "a path such as / or /image-classifier: segments of letters, digits, '-', '_', '.' and '~', without a slash at its end";

    /// <summary>Pattern of a path.</summary>
    public const string Pattern = "/|(/[A-Za-z0-9._~-]+)+";

    /// <summary>Whether a text is a path as meant here.</summary>
    public static bool IsPath(string text) => Whole().IsMatch(text);

    /// <summary>Where a path of the model is outside.</summary>
    /// <param name="inner">Path at the model; empty or <c>/</c> for the model as such.</param>
    /// <returns>The path outside; null where no request gets there.</returns>
    public string? Outside(string inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        var seen = Trimmed(Rewrite ?? Prefix);
        var asked = inner.TrimEnd('/');
        return asked == seen || asked.StartsWith(seen + "/", StringComparison.Ordinal) ? Trimmed(Prefix) + asked[seen.Length..]
            // A model that answers on every path answers on this one.
            : asked.Length == 0 ? Trimmed(Prefix)
            : null;
    }

    /// <summary>The prefix as regular expression of an Application Load Balancer's transform: what comes behind it is its first group.</summary>
    public string RewriteRegex => $"^{Regex.Escape(Trimmed(Prefix))}/?(.*)$";

    /// <summary>What an Application Load Balancer's transform puts in the place of what <see cref="RewriteRegex"/> matches.</summary>
    public string RewriteReplacement => $"{Trimmed(Rewrite ?? Prefix)}/$1";

    private static string Trimmed(string path) => path.TrimEnd('/');

    [GeneratedRegex($"^({Pattern})$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
