using System.Globalization;
using System.Numerics;

namespace Infra.Core.Units;

/// <summary>Reads the number of a quantity without rounding.</summary>
internal static class ExactNumber
{
    // Far more digits than a long has; beyond it is noise, not a number worth multiplying.
    private const int MaxDigits = 60;

    /// <summary>What is read here, as a regular expression without anchors.</summary>
    public const string Pattern = "[0-9]+([.][0-9]+)?";

    /// <summary>
    /// Reads digits with an optional fraction and multiplies by the factor; false unless the product is a whole number that fits
    /// a long. Signs, blanks, exponents and a point at either end are refused.
    /// </summary>
    public static bool TryScale(ReadOnlySpan<char> text, long factor, out long product)
    {
        product = 0;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? "0" : text[(point + 1)..];
        if (!AreDigits(whole) || !AreDigits(fraction))
        {
            return false;
        }

        var digits = BigInteger.Parse($"{whole}{fraction}", NumberStyles.None, CultureInfo.InvariantCulture);
        var scaled = BigInteger.DivRem(digits * factor, BigInteger.Pow(10, fraction.Length), out var remainder);
        if (!remainder.IsZero || scaled > long.MaxValue)
        {
            return false;
        }

        product = (long)scaled;
        return true;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxDigits && !text.ContainsAnyExceptInRange('0', '9');
}
