using System.Text.RegularExpressions;

namespace Infra.Core.Batch;

/// <summary>
/// A time zone as Kubernetes' CronJob takes it: a name of the IANA database. Which places there are is the API server's to know; abbreviations such as <c>PST</c>, which it refuses, are
/// told by their form.
/// </summary>
public static partial class TimeZoneName
{
    /// <summary>The form as a pattern, without anchors.</summary>
    public const string Pattern = "UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z0-9_+-]+)+";

    /// <summary>What <see cref="Accepts"/> accepts, for messages.</summary>
    public const string Allowed = "an IANA time zone such as Europe/Berlin, or UTC";

    /// <summary>Whether a name has the form.</summary>
    /// <param name="name">The name.</param>
    public static bool Accepts(string name) => Form().IsMatch(name);

    [GeneratedRegex($@"\A(?:{Pattern})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
