using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

internal sealed class NumberBinder() : ValueBinder(typeof(double))
{
    public override string Expected => "a number";

    public override object Placeholder => 0.0;

    public override ConfigShape Shape => new ConfigShape.Number();

    protected override object? Read(JsonElement element, string path, ImmutableArray<ConstraintAttribute> ofEntries, ConfigProblems problems)
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            return Unexpected(element, path, element.ValueKind == JsonValueKind.String ? "write a number without quotes" : "write a number", problems);
        }

        if (element.TryGetDouble(out var number) && double.IsFinite(number))
        {
            return number;
        }

        return Unfit(element, path, "write a number between -1.7e308 and 1.7e308", problems);
    }
}
