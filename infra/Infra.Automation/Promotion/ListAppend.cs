using Infra.Automation.Yaml;

namespace Infra.Automation.Promotion;

/// <summary>Adds an item of one document's list to another's, as it is written there, with the comment above it.</summary>
internal sealed class ListAppend(YamlSource source, YamlSource target, YamlEdits edits)
{
    private readonly YamlPaste _paste = new(source, target.NewLine);

    public void Append(YamlPlace.Map item, YamlPlace.List to)
    {
        if (to.IsFlow)
        {
            edits.Insert(to.End - 1, $"{(to.Items.Count > 0 ? ", " : "")}{_paste.InLine(item)}");
            return;
        }

        var indent = new string(' ', target.Column(to.Start));
        var isWord = !item.IsFlow && !item.Subtree.Any(part => part is YamlPlace.Alias || part.Anchor is not null);
        var lines = item.IsFlow ? _paste.InLine(item) : isWord ? _paste.Reindented(item, indent.Length + 2) : _paste.Lines(item, indent.Length + 2).TrimStart();
        var gap = HasGaps(to) ? target.NewLine : "";
        edits.InsertLine(target, to.End, $"{gap}{string.Concat(CommentsAbove(item).Select(comment => $"{indent}{comment}{target.NewLine}"))}{indent}- {lines}");
    }

    private List<string> CommentsAbove(YamlPlace.Map item)
    {
        var comments = new List<string>();
        for (var at = source.LineStart(item.Start); at > 0; at = source.LineStart(at - 1))
        {
            var line = source.Text[source.LineStart(at - 1)..source.LineEnd(at - 1)].Trim();
            if (!line.StartsWith('#'))
            {
                break;
            }

            comments.Insert(0, line);
        }

        return comments;
    }

    private bool HasGaps(YamlPlace.List to) => target.Text[to.Start..to.End].Replace("\r", "", StringComparison.Ordinal).Contains("\n\n", StringComparison.Ordinal);
}
