using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Automation.Yaml;

/// <summary>
/// A YAML document and its text. YamlDotNet's own model loses comments, quotes and the places of aliases; this one keeps where everything
/// stands, so that a few values change and nothing else does.
/// </summary>
internal sealed class YamlSource
{
    private readonly Dictionary<string, YamlPlace> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<YamlPlace, YamlPlace> _targets = new(ReferenceEqualityComparer.Instance);

    private YamlSource(string text) => Text = text;

    public string Text { get; }

    /// <summary>The document; null where the file is empty.</summary>
    public YamlPlace? Root { get; private init; }

    /// <summary>The line break that the text uses.</summary>
    public string NewLine => Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <exception cref="YamlException">It is no YAML, or uses what an environment file has no use for.</exception>
    public static YamlSource Parse(string text)
    {
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return new YamlSource(text);
        }

        var reading = new YamlSource(text);
        var root = reading.Read(parser);
        parser.Consume<DocumentEnd>();
        return parser.TryConsume<StreamEnd>(out _)
            ? new YamlSource(text, root, reading)
            : throw new YamlException(parser.Current!.Start, parser.Current.End, "a second document begins here; an environment file has one");
    }

    private YamlSource(string text, YamlPlace root, YamlSource reading)
        : this(text)
    {
        Root = root;
        _anchors = reading._anchors;
        _targets = reading._targets;
    }

    /// <summary>What a place says: itself, or what an alias stands for.</summary>
    public YamlPlace Resolve(YamlPlace place) => place is YamlPlace.Alias ? _targets[place] : place;

    /// <summary>The place below a map, through aliases and merges (<c>&lt;&lt;</c>); null where there is none.</summary>
    public YamlPlace? Find(YamlPlace? place, string key) =>
        place is not null && Resolve(place) is YamlPlace.Map map ? Entries(map).Where(entry => entry.Key == key).Select(entry => entry.Value).FirstOrDefault() : null;

    /// <summary>All entries of a map, its own first, then what it merges; each key once.</summary>
    public IEnumerable<(string Key, YamlPlace Value)> Entries(YamlPlace.Map map)
    {
        var own = map.Entries.Where(entry => !IsMerge(entry.Key)).Select(entry => (entry.Key.Value, entry.Value));
        var merged = map.Entries.Where(entry => IsMerge(entry.Key))
            .SelectMany(entry => Resolve(entry.Value) is YamlPlace.List list ? list.Items : [entry.Value])
            .SelectMany(from => Resolve(from) is YamlPlace.Map other ? Entries(other) : []);
        return own.Concat(merged).DistinctBy(entry => entry.Item1, StringComparer.Ordinal);
    }

    /// <summary>Whether somebody refers to it, or to something in it.</summary>
    public bool IsShared(YamlPlace place) => place.Subtree.Any(_targets.Values.ToHashSet<YamlPlace>(ReferenceEqualityComparer.Instance).Contains);

    /// <summary>The text of a place.</summary>
    public string Slice(YamlPlace place) => Text[place.Start..place.End];

    public int LineStart(int at) => at == 0 ? 0 : Text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>The character after the line's last one: its line break's, or the text's end.</summary>
    public int LineEnd(int at) => Text.IndexOf('\n', at) is var end && end < 0 ? Text.Length : end > 0 && Text[end - 1] == '\r' ? end - 1 : end;

    /// <summary>Columns before a character.</summary>
    public int Column(int at) => at - LineStart(at);

    /// <summary>Whether only blanks stand before it on its line.</summary>
    public bool IsFirstOnLine(int at) => string.IsNullOrWhiteSpace(Text[LineStart(at)..at]);

    private static bool IsMerge(YamlPlace.Scalar key) => key is { Value: "<<", IsPlain: true };

    private YamlPlace Read(Parser parser)
    {
        var place = ReadAny(parser);
        if (place.Anchor is not null)
        {
            _anchors[place.Anchor] = place;
        }

        return place;
    }

    private YamlPlace ReadAny(Parser parser)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            var name = alias.Value.Value;
            var place = new YamlPlace.Alias(At(alias.Start), At(alias.End), name);
            _targets[place] = _anchors.TryGetValue(name, out var target) ? target : throw new YamlException(alias.Start, alias.End, $"nothing before this place has the anchor '{name}'");
            return place;
        }
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
            return new YamlPlace.Scalar(At(scalar.Start), Trimmed(At(scalar.Start), At(scalar.End)), Name(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain, isBlock);
        }
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlPlace>();
            while (!parser.Accept<SequenceEnd>(out _))
            {
                items.Add(Read(parser));
            }

            var end = parser.Consume<SequenceEnd>();
            var isFlow = sequence.Style == SequenceStyle.Flow;
            return new YamlPlace.List(At(sequence.Start), isFlow ? At(end.End) + 1 : items[^1].End, Name(sequence), items, isFlow);
        }

        return ReadMap(parser);
    }

    private YamlPlace.Map ReadMap(Parser parser)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<(YamlPlace.Scalar, YamlPlace)>();
        while (!parser.Accept<MappingEnd>(out _))
        {
            var at = parser.Current!;
            var key = Read(parser) as YamlPlace.Scalar ?? throw new YamlException(at.Start, at.End, "a key has to be a text");
            entries.Add((key, Read(parser)));
        }

        var end = parser.Consume<MappingEnd>();
        var isFlow = start.Style == MappingStyle.Flow;
        return new YamlPlace.Map(At(start.Start), isFlow ? At(end.End) + 1 : Math.Max(entries[^1].Item2.End, entries[^1].Item1.End), Name(start), entries, isFlow);
    }

    private static string? Name(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;

    private static int At(Mark mark) => (int)mark.Index;

    // A scalar of several lines ends where the next token begins.
    private int Trimmed(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
