using System.Globalization;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>One number of an autoscaler, and how it came about.</summary>
/// <param name="Key">Its field, as the API writes it.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit; empty for a count or a share.</param>
/// <param name="Formula">The calculation in words.</param>
/// <param name="Bounds">What the API allows, and its default.</param>
public sealed record ScalingFigure(string Key, decimal Value, string Unit, string Formula, string Bounds)
{
    /// <summary>The number where it is a whole one, as all but tolerances are.</summary>
    public int Whole => decimal.ToInt32(Value);

    /// <summary>The number and its unit.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Value}{(Unit.Length == 0 ? "" : " ")}{Unit}");

    /// <summary>One line of a report.</summary>
    public override string ToString() => $"{Key}: {Text} = {Formula} ({Bounds})";
}
