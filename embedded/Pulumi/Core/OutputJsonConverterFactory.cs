using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Lets outputs and inputs be part of a value that is written as JSON, and notes what they bring with them.</summary>
internal sealed class OutputJsonConverterFactory(ResourceSet resources, bool isSecret) : JsonConverterFactory
{
    public bool SeenUnknown { get; private set; }

    public bool SeenSecret { get; private set; }

    public ResourceSet SeenResources { get; private set; }

    public JsonSerializerOptions AddTo(JsonSerializerOptions? options)
    {
        var extended = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        extended.Converters.Add(this);
        extended.Converters.Add(new OrderedJsonConverterFactory());
        return extended;
    }

    public override bool CanConvert(Type typeToConvert) => ConverterOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(
            ConverterOf(typeToConvert)!.MakeGenericType(typeToConvert.GenericTypeArguments[0]), this)!;

    private static Type? ConverterOf(Type type)
    {
        if (!type.IsConstructedGenericType)
            return null;
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Output<>) ? typeof(OutputConverter<>)
            : definition == typeof(Input<>) ? typeof(InputConverter<>)
            : definition == typeof(InputList<>) ? typeof(ListConverter<>)
            : definition == typeof(InputMap<>) ? typeof(MapConverter<>)
            : null;
    }

    private Output<T> Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
        => new(new OutputData<T>(JsonSerializer.Deserialize<T>(ref reader, options)!, resources, isKnown: true, isSecret));

    private void Write<T>(Utf8JsonWriter writer, Output<T> output, JsonSerializerOptions options)
    {
        // A converter can't wait any other way.
        var data = output.GetDataAsync().AsTask().GetAwaiter().GetResult();
        SeenResources = SeenResources.Union(data.Resources);
        if (data.IsKnown)
        {
            SeenSecret |= data.IsSecret;
            JsonSerializer.Serialize(writer, data.Value, options);
            return;
        }

        SeenUnknown = true;
        writer.WriteNullValue();
    }

    private sealed class OutputConverter<T>(OutputJsonConverterFactory factory) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => factory.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
            => factory.Write(writer, value, options);
    }

    private sealed class InputConverter<T>(OutputJsonConverterFactory factory) : JsonConverter<Input<T>>
    {
        public override Input<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => factory.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Input<T> value, JsonSerializerOptions options)
            => factory.Write(writer, value.ToOutput(), options);
    }

    private sealed class ListConverter<T>(OutputJsonConverterFactory factory) : JsonConverter<InputList<T>>
    {
        public override InputList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => factory.Read<ImmutableArray<T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputList<T> value, JsonSerializerOptions options)
            => factory.Write(writer, value.ToOutput(), options);
    }

    private sealed class MapConverter<T>(OutputJsonConverterFactory factory) : JsonConverter<InputMap<T>>
    {
        public override InputMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => factory.Read<ImmutableDictionary<string, T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputMap<T> value, JsonSerializerOptions options)
            => factory.Write(writer, value.ToOutput(), options);
    }
}
