using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Infra.Engine.Yaml;

/// <summary>
/// Says what a scalar is, as Go's yaml.v3 does when Pulumi reads configuration: the words of YAML 1.2's core schema (so
/// <c>yes</c> and <c>on</c> are text), but also numbers with underscores and octals with a leading zero.
/// </summary>
internal static partial class ScalarResolver
{
    /// <summary>What an untagged plain scalar stands for.</summary>
    public static YamlScalar Resolve(YamlMark mark, string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return new YamlScalar(mark, ScalarKind.Null, "null");
            case "true" or "True" or "TRUE":
                return new YamlScalar(mark, ScalarKind.Bool, "true");
            case "false" or "False" or "FALSE":
                return new YamlScalar(mark, ScalarKind.Bool, "false");
            case ".nan" or ".NaN" or ".NAN":
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF":
                throw new YamlDocumentException(mark, $"{text} has no notation in JSON, in which Pulumi keeps configuration; quote it if it is text");
            default:
                return Number(mark, text) ?? String(mark, GoTimestamp.TryFormat(text) ?? text);
        }
    }

    /// <summary>What a scalar with a tag of YAML's own stands for; null when the text is not of that type.</summary>
    public static YamlScalar? Resolve(YamlMark mark, string text, string tag)
    {
        if (tag == "str")
        {
            return String(mark, text);
        }

        var found = Resolve(mark, text);
        return tag switch
        {
            "null" => found.Kind == ScalarKind.Null ? found : null,
            "bool" => found.Kind == ScalarKind.Bool ? found : null,
            "int" => found.Kind == ScalarKind.Number && Integer(text.Replace("_", "")) is not null ? found : null,
            "float" => found.Kind == ScalarKind.Number ? found : null,
            "timestamp" => GoTimestamp.TryFormat(text) is not null ? found : null,
            _ => null,
        };
    }

    public static YamlScalar String(YamlMark mark, string text) => new(mark, ScalarKind.String, text);

    private static YamlScalar? Number(YamlMark mark, string text)
    {
        if (!MayBeNumber().IsMatch(text))
        {
            return null;
        }

        // A leading point is the one start that yaml.v3 doesn't allow underscores after.
        var plain = text.StartsWith('.') ? text : text.Replace("_", "");
        var json = Integer(plain)?.ToString() ?? Float(plain);
        return json is null ? null : new YamlScalar(mark, ScalarKind.Number, json);
    }

    /// <summary>Go's integer literals; null where they don't fit 64 bits, as text stays text then.</summary>
    private static BigInteger? Integer(string plain)
    {
        var match = IntegerLiteral().Match(plain);
        if (!match.Success)
        {
            return null;
        }

        var radix = match.Groups["prefix"].Value switch
        {
            "0x" or "0X" => 16,
            "0b" or "0B" => 2,
            "0o" or "0O" or "0" => 8,
            _ => 10,
        };
        var value = BigInteger.Zero;
        foreach (var c in match.Groups["digits"].Value)
        {
            var digit = Convert.ToInt32(c.ToString(), 16);
            if (digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
            if (value > ulong.MaxValue)
            {
                return null; // megabytes of digits would take hours
            }
        }

        value = match.Groups["sign"].Value == "-" ? -value : value;
        var fits = value >= long.MinValue && (value <= long.MaxValue || (value <= ulong.MaxValue && match.Groups["sign"].Value == ""));
        return fits ? value : null;
    }

    private static string? Float(string plain)
    {
        if (!FloatLiteral().IsMatch(plain))
        {
            return null;
        }

        var value = double.Parse(plain, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? GoFloat.Format(value) : null;
    }

    [GeneratedRegex("^[-+.0-9]")]
    private static partial Regex MayBeNumber();

    [GeneratedRegex("^(?<sign>[-+]?)(?<prefix>0[xXbBoO]|0(?=[0-9]))?(?<digits>[0-9a-fA-F]+)$")]
    private static partial Regex IntegerLiteral();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex FloatLiteral();
}
