using System.Globalization;
using Infra.Core.Configuration;

namespace Infra.Core.Units;

/// <summary>An amount of memory or storage in bytes, exact, from 0 to 8 EiB; written as a Kubernetes quantity.</summary>
/// <param name="Bytes">The amount in bytes.</param>
public readonly record struct ByteSize(long Bytes) : IConfigScalar<ByteSize>
{
    // Largest first, so that the first one that divides gives the shortest number.
    private static readonly (string Suffix, long Factor)[] Binary =
        [("Ei", 1L << 60), ("Pi", 1L << 50), ("Ti", 1L << 40), ("Gi", 1L << 30), ("Mi", 1L << 20), ("Ki", 1L << 10)];

    private static readonly (string Suffix, long Factor)[] Decimal =
        [("E", 1_000_000_000_000_000_000), ("P", 1_000_000_000_000_000), ("T", 1_000_000_000_000), ("G", 1_000_000_000), ("M", 1_000_000), ("k", 1_000)];

    /// <inheritdoc/>
    public static string AllowedForm => "a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei";

    /// <inheritdoc/>
    public static string Pattern => $"{ExactNumber.Pattern}([EPTGMK]i|[EPTGMk])?";

    /// <summary>A size of so many MiB (1,048,576 bytes), the unit of the instance catalogue.</summary>
    /// <param name="mebibytes">The number of MiB.</param>
    public static ByteSize FromMebibytes(long mebibytes) => new(checked(mebibytes * (1L << 20)));

    /// <summary>A size of so many GiB (1,073,741,824 bytes), the unit of EBS volumes.</summary>
    /// <param name="gibibytes">The number of GiB.</param>
    public static ByteSize FromGibibytes(long gibibytes) => new(checked(gibibytes * (1L << 30)));

    /// <inheritdoc/>
    public static bool TryParse(string text, out ByteSize value)
    {
        var (suffix, factor) = Binary.Concat(Decimal).FirstOrDefault(unit => text.EndsWith(unit.Suffix, StringComparison.Ordinal), ("", 1));
        var isExact = ExactNumber.TryScale(text.AsSpan(0, text.Length - suffix.Length), factor, out var bytes);
        value = new ByteSize(bytes);
        return isExact;
    }

    /// <inheritdoc/>
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>
    /// The canonical Kubernetes form: no fraction, the largest suffix that leaves a whole number; binary or decimal, whichever has the smaller number.
    /// </summary>
    public override string ToString()
    {
        var (binary, decimals) = (Largest(Binary), Largest(Decimal));
        var (suffix, factor) = binary.Factor >= decimals.Factor ? binary : decimals;
        return (Bytes / factor).ToString(CultureInfo.InvariantCulture) + suffix;
    }

    private (string Suffix, long Factor) Largest((string Suffix, long Factor)[] units)
    {
        var bytes = Bytes;
        return bytes == 0 ? ("", 1) : units.FirstOrDefault(unit => bytes % unit.Factor == 0, ("", 1));
    }

    /// <summary>True if the left size is smaller.</summary>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>True if the left size is greater.</summary>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>True if the left size is smaller or equal.</summary>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>True if the left size is greater or equal.</summary>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;
}
