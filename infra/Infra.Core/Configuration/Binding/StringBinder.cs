using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

internal sealed class StringBinder() : ValueBinder(typeof(string))
{
    public override string Expected => "a string";

    public override object Placeholder => "";

    public override ConfigShape Shape => new ConfigShape.Text();

    protected override object? Read(JsonElement element, string path, ImmutableArray<ConstraintAttribute> ofEntries, ConfigProblems problems)
    {
        if (element.ValueKind == JsonValueKind.String && Found.TryText(element, out var text))
        {
            return text;
        }

        return Unexpected(element, path, Advice(element), problems);
    }

    private static string Advice(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.GetRawText().Contains('.', StringComparison.Ordinal) =>
            "put it in quotes (without them 1.30 becomes 1.3)",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => "put it in quotes",
        JsonValueKind.Array => "write one string instead of a list",
        JsonValueKind.Object => "write one string instead of keys and values",
        _ => "write it with whole characters",
    };
}
