using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pulumi.Embedded;

namespace Pulumi.Serialization;

/// <summary>The text of an [Input(json: true)]: JSON in the spacing of protobuf's formatter, keys in order.</summary>
internal static class JsonText
{
    private const string UnknownMark = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private const string SignatureKey = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>
    /// The text. Secrets and unknowns inside are written as the marks of the wire format, as the real SDK does; but a
    /// text with a secret in it is a secret here.
    /// </summary>
    public static object? Of(object value, Serializer serializer)
    {
        // An input as a whole: its own unknown, secret and dependencies are those of the text. Of deeper ones only the marks get into it.
        var whole = (value as IInput)?.ToObjectOutput();
        var tree = serializer.SerializeApart(whole ?? value);
        if (whole is not null && whole.TryGetObject(out var data))
            data.Resources.AddTo(serializer.Dependencies);
        if (!serializer.IsComplete || tree is UnknownValue or SecretValue { Value: UnknownValue })
            return tree;
        var (_, isKnown, isSecret) = ValueReader.Read(tree);
        var builder = new StringBuilder();
        Write(builder, tree is SecretValue secret ? secret.Value : tree);
        var text = builder.ToString();
        object result = isKnown ? text : new JsonTextValue(text);
        return isSecret ? new SecretValue(result) : result;
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
            case UnknownValue or SecretValue { Value: UnknownValue }:
                WriteString(text, UnknownMark);
                break;
            case SecretValue secret:
                text.Append($$"""{ "{{SignatureKey}}": "{{SecretSignature}}", "value": """);
                Write(text, secret.Value);
                text.Append(" }");
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
