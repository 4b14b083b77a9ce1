using System.Text.Json;

namespace Pulumi.Serialization;

internal sealed class JsonElementConverter : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = default(JsonElement);
        if (value is null)
            return null;
        var error = JsonTrees.TryToJson(context, value, out var element);
        result = error is null ? element : null;
        return error;
    }
}
