using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Pulumi.SchemaGenerator.Json;

/// <summary>
/// Reads a JSON document. Written here because a package inside the compiler's load context would have to be shipped and
/// versioned beside the generator; a schema needs no more than this.
/// </summary>
internal sealed class JsonReader
{
    private readonly string _text;
    private int _position;

    private JsonReader(string text) => _text = text;

    public static JsonNode Read(string text)
    {
        var reader = new JsonReader(text);
        var root = reader.ReadValue(null, "");
        reader.SkipSpace();
        return reader._position == text.Length ? root : throw reader.Error("nothing may follow the document.");
    }

    private JsonNode ReadValue(JsonNode? parent, string step)
    {
        SkipSpace();
        var node = new JsonNode(parent, step, _position);
        node.Value = Peek() switch
        {
            '{' => ReadObject(node),
            '[' => ReadArray(node),
            '"' => ReadString(),
            't' => ReadWord("true", true),
            'f' => ReadWord("false", false),
            'n' => ReadWord("null", null),
            _ => ReadNumber(),
        };
        return node;
    }

    private List<KeyValuePair<string, JsonNode>> ReadObject(JsonNode node)
    {
        var members = new List<KeyValuePair<string, JsonNode>>();
        var names = new HashSet<string>();
        _position++;
        while (!TryTake('}'))
        {
            Separate(members.Count);
            var name = ReadString();
            if (!names.Add(name))
            {
                throw new SchemaException(node, $"'{name}' is given twice.");
            }

            Take(':');
            members.Add(new KeyValuePair<string, JsonNode>(name, ReadValue(node, IsPlain(name) ? "." + name : $"['{name}']")));
        }

        return members;
    }

    private List<JsonNode> ReadArray(JsonNode node)
    {
        var items = new List<JsonNode>();
        _position++;
        while (!TryTake(']'))
        {
            Separate(items.Count);
            items.Add(ReadValue(node, $"[{items.Count}]"));
        }

        return items;
    }

    private string ReadString()
    {
        Take('"');
        var text = new StringBuilder();
        while (Peek() is var character && character != '"')
        {
            _position++;
            text.Append(character == '\\' ? ReadEscape() : character);
        }

        _position++;
        return text.ToString();
    }

    private char ReadEscape()
    {
        var escape = Peek();
        _position++;
        switch (escape)
        {
            case 'n': return '\n';
            case 't': return '\t';
            case '"' or '\\' or '/': return escape;
            case 'u' when _position + 4 <= _text.Length
                && ushort.TryParse(_text.Substring(_position, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default: throw Error($"'\\{escape}' is not an escape.");
        }
    }

    private double ReadNumber()
    {
        var start = _position;
        while (_position < _text.Length && "+-.eE0123456789".IndexOf(_text[_position]) >= 0)
        {
            _position++;
        }

        var text = _text.Substring(start, _position - start);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Error($"'{Peek()}' does not start a value.");
    }

    private object? ReadWord(string word, object? value)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
        {
            throw Error($"'{Peek()}' does not start a value.");
        }

        _position += word.Length;
        return value;
    }

    private void Separate(int count)
    {
        if (count > 0)
        {
            Take(',');
        }

        SkipSpace();
    }

    private void Take(char expected)
    {
        if (!TryTake(expected))
        {
            throw Error($"expected '{expected}', found '{Peek()}'.");
        }
    }

    private bool TryTake(char expected)
    {
        SkipSpace();
        if (Peek() != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private char Peek() => _position < _text.Length ? _text[_position] : throw Error("the document ends too early.");

    private void SkipSpace()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    private static bool IsPlain(string name)
    {
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private SchemaException Error(string message) => new("$", _position, message);
}
