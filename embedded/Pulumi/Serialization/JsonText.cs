using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pulumi.Embedded;

namespace Pulumi.Serialization;

/// <summary>The text of an [Input(json: true)]: JSON in the spacing of protobuf's formatter, keys in order.</summary>
internal static class JsonText
{
    /// <summary>A secret anywhere makes the whole text secret, an unknown makes it unknown.</summary>
    public static object? Of(object value, Serializer serializer)
    {
        var content = value is IInput input ? input.ToObjectOutput() : value;
        var tree = serializer.Serialize(content);
        if (serializer.Pending is not null)
            return null;
        var (plain, isKnown, isSecret) = ValueReader.Read(tree);
        object text = UnknownValue.Instance;
        if (isKnown)
        {
            var builder = new StringBuilder();
            Write(builder, plain);
            text = builder.ToString();
        }

        return isSecret ? new SecretValue(text) : text;
    }

    private static void Write(StringBuilder text, object? tree)
    {
        switch (tree)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case double number:
                text.Append(number.ToString("r", CultureInfo.InvariantCulture));
                break;
            case string value:
                WriteString(text, value);
                break;
            case ImmutableArray<object?> list:
                text.Append("[ ");
                WriteAll(text, list, Write);
                text.Append(list.IsEmpty ? "]" : " ]");
                break;
            case ImmutableDictionary<string, object?> map:
                text.Append("{ ");
                WriteAll(text, map.OrderBy(pair => pair.Key, StringComparer.Ordinal), WritePair);
                text.Append(map.IsEmpty ? "}" : " }");
                break;
            default:
                throw new InvalidOperationException($"Unsupported value when converting to protobuf: {tree.GetType().FullName}");
        }
    }

    private static void WriteAll<T>(StringBuilder text, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(", ");
            first = false;
            write(text, item);
        }
    }

    private static void WritePair(StringBuilder text, KeyValuePair<string, object?> pair)
    {
        WriteString(text, pair.Key);
        text.Append(": ");
        Write(text, pair.Value);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '<' or '>' => Escape(text, c),
                _ when char.IsControl(c) || char.IsSurrogate(c) || IsFormatting(c) => Escape(text, c),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    private static StringBuilder Escape(StringBuilder text, char c)
        => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));

    private static bool IsFormatting(char c)
        => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
