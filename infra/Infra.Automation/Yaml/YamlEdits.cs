using System.Text;

namespace Infra.Automation.Yaml;

/// <summary>Replacements in a text, which don't overlap; at one place in the order in which they were asked for.</summary>
internal sealed class YamlEdits(string text)
{
    private readonly List<(int Start, int End, string With)> _edits = [];

    public void Replace(int start, int end, string with) => _edits.Add((start, end, with));

    public void Insert(int at, string what) => Replace(at, at, what);

    /// <summary>Adds lines after the line of a place, which may itself be replaced.</summary>
    public void InsertLine(YamlSource source, int after, string lines)
    {
        var end = text.IndexOf('\n', after);
        Insert(end < 0 ? text.Length : end + 1, end < 0 ? source.NewLine + lines : lines + source.NewLine);
    }

    /// <exception cref="InvalidOperationException">Two of them overlap, which is a mistake of who asked for them.</exception>
    public string Apply()
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var (start, end, with) in _edits.OrderBy(edit => edit.Start))
        {
            result.Append(start >= at ? text.AsSpan(at, start - at) : throw new InvalidOperationException($"two edits overlap at {start}")).Append(with);
            at = end;
        }

        return result.Append(text.AsSpan(at)).ToString();
    }
}
