using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.LoadTesting.Payloads;

/// <summary>An input of a model, as the Open Inference Protocol writes it in JSON: <c>{"name", "shape", "datatype", "data"}</c>, data in any nesting.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Values">The values, row by row.</param>
internal sealed record Tensor(string Name, ImmutableArray<long> Shape, TensorType Type, ImmutableArray<JValue> Values)
{
    /// <summary>The inputs of a request.</summary>
    /// <exception cref="PayloadException">There are none, or one of them isn't what it says.</exception>
    public static ImmutableArray<Tensor> Inputs(JObject request) =>
        request["inputs"] is JArray { Count: > 0 } inputs ? [.. inputs.Select(Of)] : throw new PayloadException("'inputs' must be a list of tensors, each with name, shape, datatype and data");

    private static Tensor Of(JToken token, int index)
    {
        if (token is not JObject tensor || tensor["name"] is not JValue { Value: string { Length: > 0 } name } || tensor["shape"] is not JArray shape || tensor["data"] is not JArray data)
        {
            throw new PayloadException($"inputs[{index}]: a tensor has name, shape, datatype and data");
        }
        var type = TensorType.All.FirstOrDefault(known => known.Name == (string?)(tensor["datatype"] as JValue))
            ?? throw new PayloadException($"inputs[{index}].datatype: allowed: {string.Join(", ", TensorType.All.Select(known => known.Name))}; give others as a binary message (.pb)");
        if (shape.Any(dimension => dimension is not JValue { Value: long and >= 0 }))
        {
            throw new PayloadException($"inputs[{index}].shape: must be whole numbers, 0 or more");
        }
        var dimensions = shape.Select(dimension => (long)dimension).ToImmutableArray();
        var values = Flat(data).ToImmutableArray();
        if (dimensions.Aggregate((Int128)1, (product, dimension) => product * dimension) is var size && size != values.Length)
        {
            throw new PayloadException($"inputs[{index}].data: has {values.Length} values; the shape takes {size}");
        }
        if (values.FirstOrDefault(value => !type.Allows(value)) is not null)
        {
            throw new PayloadException($"inputs[{index}].data: has a value that is no {type.Name}");
        }
        return new Tensor(name, dimensions, type, values);
    }

    private static IEnumerable<JValue> Flat(JArray data) => data.SelectMany(item => item switch
    {
        JArray inner => Flat(inner),
        JValue value => [value],
        _ => throw new PayloadException("data: must be values, or lists of values"),
    });
}
