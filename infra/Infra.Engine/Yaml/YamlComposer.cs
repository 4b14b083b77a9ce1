using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Engine.Yaml;

/// <summary>
/// Builds nodes from YamlDotNet's events by the rules of Go's yaml.v3, which reads the file in a real update. Duplicate
/// keys and the like are collected; what leaves the rest unreadable ends in a <see cref="YamlDocumentException"/>.
/// </summary>
internal sealed class YamlComposer
{
    /// <summary>Deeper than any configuration, shallow enough for the stack.</summary>
    private const int MaxDepth = 200;
    private const string CoreTagPrefix = "tag:yaml.org,2002:";

    private readonly Parser _parser;
    private readonly Action<YamlMark, string> _problem;

    /// <summary>A null is an anchor whose node isn't complete yet.</summary>
    private readonly Dictionary<string, YamlNode?> _anchors = new(StringComparer.Ordinal);

    private YamlComposer(string text, Action<YamlMark, string> problem)
    {
        _parser = new Parser(new StringReader(text));
        _problem = problem;
    }

    /// <summary>The only document of the text; null when there is none.</summary>
    /// <exception cref="YamlDocumentException">The text can't be read as one document.</exception>
    public static YamlNode? Compose(string text, Action<YamlMark, string> problem)
    {
        YamlText.RequirePrintable(text);
        var composer = new YamlComposer(text, problem);
        try
        {
            return composer.Document();
        }
        catch (YamlException e)
        {
            throw YamlText.Refusal(text, e);
        }
        catch (Exception e) when (e is not YamlDocumentException)
        {
            // On some broken text the parser trips over itself (a tab inside a flow mapping, for one).
            var near = composer._parser.Current?.End ?? Mark.Empty;
            throw new YamlDocumentException(new(near.Line, near.Column), "from here on the text is not YAML; look for an open quote or bracket before this place");
        }
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = Node(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _problem(At(second), "a second document starts here; Pulumi reads the first one only; remove the others");
        }

        return root;
    }

    private YamlNode Node(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new YamlDocumentException(At(_parser.Current!), $"more than {MaxDepth} levels deep; close the brackets, or indent less");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Aliased(alias);
        }

        var start = _parser.Consume<NodeEvent>();
        var anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (anchor is not null)
        {
            _anchors[anchor] = null;
        }

        YamlNode node = start switch
        {
            Scalar scalar => ScalarNode(scalar),
            SequenceStart => Sequence(At(start), depth),
            _ => Mapping(At(start), depth),
        };
        if (anchor is not null)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private YamlNode Aliased(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out var node))
        {
            throw new YamlDocumentException(At(alias), $"unknown anchor '{name}' referenced; define &{name} above, or write the value");
        }

        return node ?? throw new YamlDocumentException(At(alias), $"anchor '{name}' value contains itself; write the value in the place of *{name}");
    }

    private static YamlScalar ScalarNode(Scalar scalar)
    {
        var mark = At(scalar);
        var tag = scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific ? "" : scalar.Tag.Value;
        if (tag.Length == 0)
        {
            return scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty
                ? ScalarResolver.Resolve(mark, scalar.Value)
                : ScalarResolver.String(mark, scalar.Value);
        }

        // A tag that isn't YAML's own has no meaning for a configuration; the text remains.
        if (!tag.StartsWith(CoreTagPrefix, StringComparison.Ordinal))
        {
            return ScalarResolver.String(mark, scalar.Value);
        }

        var name = tag[CoreTagPrefix.Length..];
        return ScalarResolver.Resolve(mark, scalar.Value, name)
            ?? throw new YamlDocumentException(mark, $"'{scalar.Value}' can't be read as !!{name}; remove the tag, or write another value");
    }

    private YamlSequence Sequence(YamlMark mark, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new YamlSequence(mark, items);
    }

    private YamlMapping Mapping(YamlMark mark, int depth)
    {
        var builder = new YamlMappingBuilder(_problem);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var isMerge = _parser.Accept<Scalar>(out var plain) && plain is { Value: "<<", Style: ScalarStyle.Plain, Tag.IsEmpty: true };
            var at = At(_parser.Current!);
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (isMerge)
            {
                builder.Merge(value);
            }
            else if (key is YamlScalar scalar)
            {
                builder.Add(new YamlProperty(at, scalar.Kind == ScalarKind.Null ? "<nil>" : scalar.Text, value));
            }
            else
            {
                _problem(at, "a list or a mapping can't be a key; write text");
            }
        }

        return builder.ToMapping(mark);
    }

    private static YamlMark At(ParsingEvent parsed) => new(parsed.Start.Line, parsed.Start.Column);
}
