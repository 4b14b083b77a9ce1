using Newtonsoft.Json.Linq;

namespace Infra.LoadTesting.Payloads;

/// <summary>
/// Requests of gRPC, made of one form of JSON: that of the Open Inference Protocol's HTTP API, so that a file serves both. <c>model_version</c> and, for TensorFlow, <c>signature_name</c> may stand beside <c>inputs</c>.
/// </summary>
public static class GrpcPayload
{
    /// <summary>A <c>ModelInferRequest</c>.</summary>
    /// <exception cref="PayloadException">The document has no inputs as they must be.</exception>
    public static byte[] OpenInference(JObject document, string model) => ProtobufWriter.Message(request =>
    {
        request.Field(1, model);
        if (Text(document, "model_version") is { } version)
        {
            request.Field(2, version);
        }
        foreach (var tensor in Tensor.Inputs(document))
        {
            request.Field(5, ProtobufWriter.Message(input =>
            {
                input.Field(1, tensor.Name);
                input.Field(2, tensor.Type.Name);
                input.Field(3, ProtobufWriter.Message(shape =>
                {
                    foreach (var dimension in tensor.Shape)
                    {
                        shape.WriteInt64(dimension);
                    }
                }));
                input.Field(5, ProtobufWriter.Message(contents => contents.Values(tensor.Type.InferenceField, tensor)));
            }));
        }
    });

    /// <summary>A <c>PredictRequest</c>.</summary>
    /// <exception cref="PayloadException">The document has no inputs as they must be.</exception>
    public static byte[] TensorFlow(JObject document, string model) => ProtobufWriter.Message(request =>
    {
        request.Field(1, ProtobufWriter.Message(spec =>
        {
            spec.Field(1, model);
            if (Text(document, "model_version") is { } version)
            {
                spec.Field(2, ProtobufWriter.Message(wrapped => wrapped.Field(1, long.TryParse(version, out var number) ? number : throw new PayloadException("model_version: must be a whole number"))));
            }
            if (Text(document, "signature_name") is { } signature)
            {
                spec.Field(3, signature);
            }
        }));
        foreach (var tensor in Tensor.Inputs(document))
        {
            request.Field(2, ProtobufWriter.Message(entry =>
            {
                entry.Field(1, tensor.Name);
                entry.Field(2, ProtobufWriter.Message(proto =>
                {
                    proto.Field(1, tensor.Type.TensorFlowType);
                    proto.Field(2, ProtobufWriter.Message(shape =>
                    {
                        foreach (var dimension in tensor.Shape)
                        {
                            shape.Field(2, ProtobufWriter.Message(size => size.Field(1, dimension)));
                        }
                    }));
                    proto.Values(tensor.Type.TensorFlowField, tensor);
                }));
            }));
        }
    });

    private static string? Text(JObject document, string key) => document[key] is JValue { Value: string or long } value ? $"{value.Value}" : null;
}
