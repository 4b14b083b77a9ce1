using System.Globalization;
using Infra.Planning.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Infra.Planning.Policies.Manifests;

/// <summary>Documents of YAML, or JSON, as values of a plan. The text may be a stranger's: what nests without end or multiplies by aliases is refused.</summary>
internal static class YamlValues
{
    private const int MaxDepth = 100;
    private const int MaxValues = 1_000_000;

    /// <summary>Each document with the line that it starts at; empty ones are left out.</summary>
    /// <exception cref="YamlException">The text is no YAML.</exception>
    public static IEnumerable<(int Line, PlanValue Value)> Read(string text)
    {
        CheckDepth(text);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Where(document => document.RootNode is not YamlScalarNode { Value: "" or null })
            .Select(document => ((int)document.RootNode.Start.Line, new Converter().Convert(document.RootNode, 0)));
    }

    // The parser itself goes as deep as its text.
    private static void CheckDepth(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth + 2)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, $"more than {MaxDepth} levels deep");
            }
        }
    }

    private sealed class Converter
    {
        private int _values;

        public PlanValue Convert(YamlNode node, int depth)
        {
            if (++_values > MaxValues || depth > MaxDepth)
            {
                throw new YamlException(node.Start, node.End, "its aliases multiply it beyond measure");
            }

            return node switch
            {
                YamlMappingNode map => new PlanValue.Object(ValueMap.Create(map.Children.Select(child => KeyValuePair.Create(Key(child.Key), Convert(child.Value, depth + 1))))),
                YamlSequenceNode list => new PlanValue.List([.. list.Children.Select(child => Convert(child, depth + 1))]),
                YamlScalarNode { Style: ScalarStyle.Plain } scalar when scalar.Tag.IsEmpty => Plain(scalar.Value ?? ""),
                _ => new PlanValue.String(((YamlScalarNode)node).Value ?? ""),
            };
        }

        private static string Key(YamlNode key) => key is YamlScalarNode { Value: { } text } ? text : throw new YamlException(key.Start, key.End, "a key has to be text");
    }

    private static PlanValue Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => PlanValue.Null.Instance,
        "true" or "True" or "TRUE" => new PlanValue.Bool(true),
        "false" or "False" or "FALSE" => new PlanValue.Bool(false),
        _ when (char.IsAsciiDigit(text[^1]) || text[^1] == '.') && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => new PlanValue.Number(number),
        _ => new PlanValue.String(text),
    };
}
