using System.Buffers;
using YamlDotNet.Core;

namespace Infra.Engine.Yaml;

/// <summary>What the parser leaves to us about the text itself: characters it lets pass, and where a tab really is.</summary>
internal static class YamlText
{
    private static readonly SearchValues<char> _forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(static c => (char)c).Where(static c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085'))]);

    /// <exception cref="YamlDocumentException">There is a control character, which yaml.v3 refuses anywhere.</exception>
    public static void RequirePrintable(string text)
    {
        var at = text.AsSpan().IndexOfAny(_forbidden);
        if (at >= 0)
        {
            throw new YamlDocumentException(MarkOf(text, at), $"the control character U+{(int)text[at]:X4} is not allowed; remove it");
        }
    }

    /// <summary>YamlDotNet's sentence in the form of our own: no capital, no full stop, no place (the mark has it).</summary>
    public static YamlDocumentException Refusal(string text, YamlException e)
    {
        var message = string.Join(' ', e.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        if (message.Contains("tab", StringComparison.Ordinal) && IndentingTab(text) is { } tab)
        {
            return new YamlDocumentException(tab, "a tab indents this line; YAML allows spaces only");
        }

        return new YamlDocumentException(new(e.Start.Line, e.Start.Column), char.ToLowerInvariant(message[0]) + message[1..]);
    }

    /// <summary>The parser says that there is one, but puts it at the start of the file.</summary>
    private static YamlMark? IndentingTab(string text)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            var indent = content.IndexOfAnyExcept(' ');
            if (indent >= 0 && content[indent] == '\t')
            {
                return new YamlMark(line, indent + 1);
            }
        }

        return null;
    }

    private static YamlMark MarkOf(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return new YamlMark(before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }
}
