using System.Text.Json;

namespace Pulumi;

public static partial class Output
{
    /// <summary>Outputs and inputs inside the value are written as what they hold; an unknown one makes the text unknown.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Map(data =>
        {
            if (!data.IsKnown)
                return data.With("");
            var outputs = new OutputJsonConverterFactory(data.Resources, data.IsSecret);
            var json = JsonSerializer.Serialize(data.Value, outputs.AddTo(options));
            return new OutputData<string>(
                outputs.SeenUnknown ? "" : json,
                data.Resources.Union(outputs.SeenResources),
                !outputs.SeenUnknown,
                data.IsSecret || outputs.SeenSecret);
        });
    }

    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Map(data => data.IsKnown
            ? data.With(JsonSerializer.Deserialize<T>(data.Value, new OutputJsonConverterFactory(data.Resources, data.IsSecret).AddTo(options))!)
            : data.With<T>(default!));
    }
}
