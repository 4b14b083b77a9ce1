using System.Globalization;
using Infra.Core.Configuration;

namespace Infra.Core.Units;

/// <summary>An amount of CPU in thousandths of a core, as Kubernetes requests and limits count it.</summary>
/// <param name="Millicores">The amount in thousandths of a core.</param>
public readonly record struct CpuQuantity(long Millicores) : IConfigScalar<CpuQuantity>
{
    /// <inheritdoc/>
    public static string AllowedForm => "a number of cores such as 2, 0.5 or 500m, no finer than 1m";

    /// <inheritdoc/>
    public static string Pattern => $"{ExactNumber.Pattern}m?";

    /// <inheritdoc/>
    public static bool TryParse(string text, out CpuQuantity value)
    {
        var isMilli = text.EndsWith('m');
        var isExact = ExactNumber.TryScale(text.AsSpan(0, text.Length - (isMilli ? 1 : 0)), isMilli ? 1 : 1000, out var millicores);
        value = new CpuQuantity(millicores);
        return isExact;
    }

    /// <inheritdoc/>
    public int CompareTo(CpuQuantity other) => Millicores.CompareTo(other.Millicores);

    /// <summary>The canonical Kubernetes form: whole cores without a unit, otherwise thousandths with <c>m</c>.</summary>
    public override string ToString() => Millicores % 1000 == 0
        ? (Millicores / 1000).ToString(CultureInfo.InvariantCulture)
        : Millicores.ToString(CultureInfo.InvariantCulture) + "m";

    /// <summary>True if the left amount is smaller.</summary>
    public static bool operator <(CpuQuantity left, CpuQuantity right) => left.Millicores < right.Millicores;

    /// <summary>True if the left amount is greater.</summary>
    public static bool operator >(CpuQuantity left, CpuQuantity right) => left.Millicores > right.Millicores;

    /// <summary>True if the left amount is smaller or equal.</summary>
    public static bool operator <=(CpuQuantity left, CpuQuantity right) => left.Millicores <= right.Millicores;

    /// <summary>True if the left amount is greater or equal.</summary>
    public static bool operator >=(CpuQuantity left, CpuQuantity right) => left.Millicores >= right.Millicores;
}
