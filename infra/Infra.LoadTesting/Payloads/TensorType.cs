using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf;
using Newtonsoft.Json.Linq;

namespace Infra.LoadTesting.Payloads;

/// <summary>What the values of a tensor are, and how the two protocols number them.</summary>
/// <param name="Name">The name of the Open Inference Protocol.</param>
/// <param name="InferenceField">The field of its <c>InferTensorContents</c> (kserve/open-inference-protocol: <c>open_inference_grpc.proto</c>).</param>
/// <param name="TensorFlowType">TensorFlow's <c>DataType</c> (tensorflow/tensorflow: <c>framework/types.proto</c>).</param>
/// <param name="TensorFlowField">The field of its <c>TensorProto</c> (<c>framework/tensor.proto</c>).</param>
/// <param name="Allows">Whether a value can be one.</param>
/// <param name="Write">Writes one into a list of packed ones; null where each has a field of its own.</param>
internal sealed record TensorType(string Name, int InferenceField, int TensorFlowType, int TensorFlowField, Func<JValue, bool> Allows, Action<CodedOutputStream, JValue>? Write)
{
    public static ImmutableArray<TensorType> All { get; } =
    [
        new("FP32", 6, 1, 5, IsNumber, (output, value) => output.WriteFloat((float)Number(value))),
        new("FP64", 7, 2, 6, IsNumber, (output, value) => output.WriteDouble(Number(value))),
        new("INT32", 2, 3, 7, value => IsWhole(value, int.MinValue, int.MaxValue), (output, value) => output.WriteInt32((int)(long)value)),
        new("UINT8", 4, 4, 7, value => IsWhole(value, 0, byte.MaxValue), (output, value) => output.WriteInt32((int)(long)value)),
        new("INT64", 3, 9, 10, value => IsWhole(value, long.MinValue, long.MaxValue), (output, value) => output.WriteInt64((long)value)),
        new("BOOL", 1, 10, 11, value => value.Value is bool, (output, value) => output.WriteBool((bool)value)),
        new("BYTES", 8, 7, 8, value => value.Value is string, null),
    ];

    private static bool IsNumber(JValue value) => value.Value is long or decimal or double;

    private static bool IsWhole(JValue value, long least, long most) => value.Value is long number && number >= least && number <= most;

    private static double Number(JValue value) => Convert.ToDouble(value.Value, CultureInfo.InvariantCulture);
}
