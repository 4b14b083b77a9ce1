namespace Infra.Cli.Tests.Mutations;

/// <summary>Changes to the text of a file: what an editor, a merge or another system does to it.</summary>
internal static class TextMutations
{
    private static readonly Func<string, Mutation, string>[] _all =
    [
        (text, m) => text.Insert(m.Where % (text.Length + 1), Mutation.Pick(Hostile.Pieces, m.With)),
        (text, m) => text.Insert(m.Where % (text.Length + 1), Mutation.Pick(Hostile.Values, m.With)),
        (text, m) => Lines(text, lines => lines.RemoveAt(m.Where % lines.Count)),
        (text, m) => Lines(text, lines => lines.Insert(m.Where % lines.Count, lines[m.With % lines.Count])),
        (text, m) => Lines(text, lines => lines[m.Where % lines.Count] = new string(' ', m.With % 8) + lines[m.Where % lines.Count].TrimStart()),
        (text, m) => Lines(text, lines => lines[m.Where % lines.Count] = "\t" + lines[m.Where % lines.Count]),
        (text, m) => Lines(text, lines => (lines[m.Where % lines.Count], lines[m.With % lines.Count]) = (lines[m.With % lines.Count], lines[m.Where % lines.Count])),
        (text, m) => Lines(text, lines => lines[m.Where % lines.Count] = WithValue(lines[m.Where % lines.Count], Mutation.Pick(Hostile.Values, m.With))),
        (text, _) => text.ReplaceLineEndings("\r\n"),
        (text, _) => text.ReplaceLineEndings("\r"),
        (text, _) => "\uFEFF" + text,
        (text, m) => text[..(m.Where % (text.Length + 1))],
        (text, m) => text.Remove(m.Where % text.Length, Math.Min(m.With % 20, text.Length - (m.Where % text.Length))),
        (text, m) => string.Concat(text.AsSpan(0, m.Where % text.Length), ((char)(m.With % 0xD800)).ToString(), text.AsSpan((m.Where % text.Length) + 1)),
        (text, m) => string.Concat(Enumerable.Repeat(text, 1 + (m.With % 3))),
    ];

    public static string Apply(string text, Mutation mutation) => text.Length == 0 ? text : Mutation.Pick(_all, mutation.What)(text, mutation);

    private static string WithValue(string line, string value) =>
        line.LastIndexOf(": ", StringComparison.Ordinal) is var at and >= 0 ? line[..(at + 2)] + value : line + " " + value;

    private static string Lines(string text, Action<List<string>> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines);
        return string.Join('\n', lines);
    }
}
