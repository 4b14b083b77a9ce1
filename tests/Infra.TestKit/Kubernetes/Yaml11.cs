using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Kubernetes;

/// <summary>
/// What a plain scalar is to the parsers that read manifests: kubectl's and Helm's (Go, YAML 1.1 without sexagesimals) and
/// others of YAML 1.1. Where these differ, it is what is not text to any of them.
/// </summary>
internal static partial class Yaml11
{
    public static JValue Resolve(string plain) => plain.ToLowerInvariant() switch
    {
        "" or "~" or "null" => JValue.CreateNull(),
        "y" or "yes" or "on" or "true" => new JValue(true),
        "n" or "no" or "off" or "false" => new JValue(false),
        ".nan" => new JValue(double.NaN),
        ".inf" or "+.inf" => new JValue(double.PositiveInfinity),
        "-.inf" => new JValue(double.NegativeInfinity),
        _ => Number(plain) ?? (Timestamp().IsMatch(plain) || Sexagesimal().IsMatch(plain) ? new JValue(new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc)) : new JValue(plain)),
    };

    private static JValue? Number(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.'))
        {
            return null;
        }

        var plain = text.Replace("_", "", StringComparison.Ordinal);
        return Whole(plain) is { } whole ? new JValue(whole)
            : Float().IsMatch(plain) ? new JValue(double.Parse(plain, NumberStyles.Float, CultureInfo.InvariantCulture))
            : null;
    }

    private static long? Whole(string plain)
    {
        var match = Integer().Match(plain);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups["digits"].Value;
        var radix = match.Groups["prefix"].Value.ToLowerInvariant() switch { "0x" => 16, "0b" => 2, "0o" or "0" => 8, _ => 10 };
        try
        {
            var size = radix == 10 ? long.Parse(digits, CultureInfo.InvariantCulture) : System.Convert.ToInt64(digits, radix);
            return match.Groups["sign"].Value == "-" ? -size : size;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex("^(?<sign>[-+]?)(?<prefix>0[xXbBoO]|0(?=[0-9]))?(?<digits>[0-9a-fA-F]+)$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Float();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t]|$)")]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$")]
    private static partial Regex Sexagesimal();
}
