namespace Infra.Engine.Yaml;

/// <summary>Writes a number as Go's JSON does: the shortest digits, an exponent only below 1e-6 and from 1e21 on.</summary>
internal static class GoFloat
{
    public static string Format(double value)
    {
        // .NET finds the same digits but turns to exponents earlier, at 1e15 and below 1e-4.
        var shortest = value.ToString("R");
        var at = shortest.IndexOf('E', StringComparison.Ordinal);
        if (at < 0)
        {
            return shortest;
        }

        var sign = shortest.StartsWith('-') ? "-" : "";
        var digits = shortest[sign.Length..at].Replace(".", "");
        var exponent = int.Parse(shortest[(at + 1)..]);
        return sign + (exponent is < -6 or >= 21 ? Scientific(digits, exponent) : Positional(digits, exponent));
    }

    private static string Scientific(string digits, int exponent) =>
        $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{exponent:+0;-0}";

    private static string Positional(string digits, int exponent) => exponent switch
    {
        < 0 => "0." + new string('0', -exponent - 1) + digits,
        _ when digits.Length > exponent + 1 => $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
        _ => digits.PadRight(exponent + 1, '0'),
    };
}
