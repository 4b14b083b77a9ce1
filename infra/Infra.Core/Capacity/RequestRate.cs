using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Core.Configuration;

namespace Infra.Core.Capacity;

/// <summary>How often somebody asks: <c>10/s</c>, <c>90/min</c>, <c>2.5/h</c>.</summary>
/// <param name="PerSecond">Requests a second.</param>
public readonly partial record struct RequestRate(double PerSecond) : IConfigScalar<RequestRate>
{
    /// <summary>More than any platform of this kind answers.</summary>
    private const double Most = 1_000_000;

    /// <inheritdoc/>
    public static string AllowedForm => "a rate such as 10/s, 90/min or 2.5/h, more than 0 and at most 1000000/s";

    /// <inheritdoc/>
    public static string Pattern => "[0-9]+([.][0-9]+)?/(s|min|h)";

    /// <inheritdoc/>
    public static bool TryParse(string text, out RequestRate value)
    {
        value = default;
        if (!Form().IsMatch(text))
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var seconds = text[(slash + 1)..] switch { "s" => 1, "min" => 60, _ => 3600 };
        value = new RequestRate(double.Parse(text.AsSpan(0, slash), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) / seconds);
        return value.PerSecond is > 0 and <= Most;
    }

    /// <inheritdoc/>
    public int CompareTo(RequestRate other) => PerSecond.CompareTo(other.PerSecond);

    public static bool operator <(RequestRate left, RequestRate right) => left.PerSecond < right.PerSecond;

    public static bool operator >(RequestRate left, RequestRate right) => left.PerSecond > right.PerSecond;

    public static bool operator <=(RequestRate left, RequestRate right) => left.PerSecond <= right.PerSecond;

    public static bool operator >=(RequestRate left, RequestRate right) => left.PerSecond >= right.PerSecond;

    /// <summary>The rate in the largest unit in which it is at least 1, so that people see no needless zeros.</summary>
    public override string ToString() => PerSecond switch
    {
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:0.######}/s"),
        >= 1.0 / 60 => string.Create(CultureInfo.InvariantCulture, $"{PerSecond * 60:0.######}/min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{PerSecond * 3600:0.######}/h"),
    };

    [GeneratedRegex(@"^[0-9]+([.][0-9]+)?/(s|min|h)$")]
    private static partial Regex Form();
}
