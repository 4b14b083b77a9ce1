using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

internal sealed class IntegerBinder() : ValueBinder(typeof(int))
{
    public override string Expected => "a whole number";

    public override object Placeholder => 0;

    public override ConfigShape Shape => new ConfigShape.WholeNumber();

    protected override object? Read(JsonElement element, string path, ImmutableArray<ConstraintAttribute> ofEntries, ConfigProblems problems)
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            var advice = element.ValueKind == JsonValueKind.String ? "write a whole number without quotes" : "write a whole number";
            return Unexpected(element, path, advice, problems);
        }

        // A tool that handles all numbers as floating point may write 3 as 3.0.
        if (!element.TryGetDecimal(out var number) || number < int.MinValue || number > int.MaxValue)
        {
            return Unfit(element, path, $"write a number between {int.MinValue} and {int.MaxValue}", problems);
        }

        return decimal.IsInteger(number) ? (int)number : Unfit(element, path, "write it without a fraction", problems);
    }
}
