using Google.Protobuf;

namespace Infra.LoadTesting.Payloads;

/// <summary>Writes messages field by field: the few fields that requests of inference have need no generated classes.</summary>
internal static class ProtobufWriter
{
    public static byte[] Message(Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            write(output);
        }
        return stream.ToArray();
    }

    public static void Field(this CodedOutputStream output, int field, byte[] message)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(message));
    }

    public static void Field(this CodedOutputStream output, int field, string text)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(text);
    }

    public static void Field(this CodedOutputStream output, int field, long number)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(number);
    }

    /// <summary>The values of a tensor: packed into one field, or text by text.</summary>
    public static void Values(this CodedOutputStream output, int field, Tensor tensor)
    {
        if (tensor.Type.Write is not { } write)
        {
            foreach (var value in tensor.Values)
            {
                output.Field(field, (string)value!);
            }
            return;
        }
        output.Field(field, Message(packed =>
        {
            foreach (var value in tensor.Values)
            {
                write(packed, value);
            }
        }));
    }
}
