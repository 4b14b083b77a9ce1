using System.Globalization;

namespace Infra.Core.Resilience;

/// <summary>A number of pods in a disruption budget: as such, or as a share of those that there should be.</summary>
/// <param name="Value">The number, or the percentage.</param>
/// <param name="IsPercent">Whether it is a percentage.</param>
public readonly record struct BudgetAmount(int Value, bool IsPercent)
{
    /// <summary>Reads an amount as Kubernetes writes it, e.g. <c>1</c> or <c>50%</c>.</summary>
    /// <param name="text">What stands there.</param>
    /// <exception cref="FormatException">It is neither.</exception>
    public static BudgetAmount Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isPercent = text.EndsWith('%');
        return int.TryParse(text.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new BudgetAmount(value, isPercent)
            : throw new FormatException($"'{text}' is no number of pods, such as 1 or 50%");
    }

    /// <summary>Of so many pods; Kubernetes rounds shares up, whether pods stay or go (kubernetes.io, "Rounding logic when specifying percentages").</summary>
    /// <param name="pods">Pods that there should be.</param>
    public int Of(int pods) => IsPercent ? ((pods * Value) + 99) / 100 : Value;

    /// <summary>As Kubernetes writes it.</summary>
    public override string ToString() => IsPercent ? $"{Value}%" : $"{Value}";
}
