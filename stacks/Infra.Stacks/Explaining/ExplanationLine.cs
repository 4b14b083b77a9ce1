using System.Globalization;

namespace Infra.Stacks.Explaining;

/// <summary>One number of a model, or one word, and how it came about.</summary>
/// <param name="Name">What it is; for a field of an object, as the API writes it.</param>
/// <param name="Number">The number; null for words.</param>
/// <param name="Unit">Unit of the number, or the words.</param>
/// <param name="How">The calculation and its sources; empty where the configuration says it as it is.</param>
public sealed record ExplanationLine(string Name, decimal? Number, string Unit, string How)
{
    /// <summary>A line of words.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="words">The words.</param>
    /// <param name="how">How they came about.</param>
    public static ExplanationLine Of(string name, string words, string how = "") => new(name, null, words, how);

    /// <summary>Number and unit, or the words.</summary>
    public string Value => Number is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{number:#,0.###}{(Unit.Length == 0 ? "" : " ")}{Unit}")
        : Unit;
}
