using System.Globalization;

namespace Infra.Core.Configuration;

/// <summary>Limits of an int or double, both inclusive; a limit that is not given is open.</summary>
public sealed class InRangeAttribute : ConstraintAttribute
{
    /// <summary>The least value allowed; open by default.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest value allowed; open by default.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <inheritdoc/>
    public override string Allowed(Type type) => (double.IsFinite(Min), double.IsFinite(Max)) switch
    {
        (true, true) => $"{Min} to {Max}",
        (true, false) => $"at least {Min}",
        (false, true) => $"at most {Max}",
        _ => "any number",
    };

    /// <inheritdoc/>
    public override bool AppliesTo(Type type) => type == typeof(int) || type == typeof(double);

    /// <inheritdoc/>
    public override bool IsMetBy(object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number >= Min && number <= Max;
    }
}
