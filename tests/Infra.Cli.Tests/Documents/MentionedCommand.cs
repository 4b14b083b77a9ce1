using System.CommandLine;
using System.Text.RegularExpressions;

namespace Infra.Cli.Tests.Documents;

/// <summary>A command line that a text shows: <c>./run …</c>.</summary>
/// <param name="Where">The file.</param>
/// <param name="Line">The line of it.</param>
/// <param name="Text">What follows <c>./run</c>.</param>
internal sealed partial record MentionedCommand(string Where, int Line, string Text)
{
    // What the script answers itself; their further arguments belong to other programs.
    private static readonly string[] _ofTheScript = ["test", "bench"];

    /// <summary>All of a text. In code blocks and workflows a command ends with its line, in prose with its code span; a shell's operators end it anywhere.</summary>
    public static IEnumerable<MentionedCommand> In(string where, string text)
    {
        var isProse = where.EndsWith(".md", StringComparison.Ordinal);
        var fenced = false;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (isProse && line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                fenced = !fenced;
            }
            // A workflow's comments are prose without code spans.
            if (!isProse && line.TrimStart().StartsWith('#'))
            {
                continue;
            }
            foreach (Match match in (isProse && !fenced ? Span() : Shell()).Matches(line))
            {
                yield return new MentionedCommand(where, index + 1, ShellEnd().Split(match.Groups["command"].Value)[0].Trim());
            }
        }
    }

    /// <summary>What the command line doesn't have.</summary>
    /// <param name="root">All commands.</param>
    /// <returns>One line for each; none where everything exists.</returns>
    public IEnumerable<string> Problems(Command root)
    {
        var words = Word().Matches(Text).Select(match => match.Value).ToList();
        if (words.Count == 0 || _ofTheScript.Contains(words[0]) || IsPlaceholder(words[0]))
        {
            return [];
        }
        return words[0] == "format" ? words.Skip(1).Where(word => word != "--check").Select(Unknown) : OfCommand(root, words);
    }

    private IEnumerable<string> OfCommand(Command root, List<string> words)
    {
        var command = root;
        var recursive = root.Options.Where(option => option.Recursive || option.Name is "--help" or "--version").ToList();
        var values = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].StartsWith('-') && words[i] != "-")
            {
                var name = words[i].Split('=')[0];
                if (command.Options.Concat(recursive).FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name)) is not { } option)
                {
                    // Whether it takes a value can't be known, and so nothing of what follows.
                    yield return Unknown(words[i]);
                    yield break;
                }
                else if (option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool) && !words[i].Contains('='))
                {
                    i++;
                }
            }
            else if (command.Subcommands.FirstOrDefault(child => child.Name == words[i]) is { } child)
            {
                command = child;
            }
            else if (command.Subcommands.Count > 0)
            {
                yield return Unknown(words[i]);
                yield break;
            }
            else if (++values > command.Arguments.Sum(argument => argument.Arity.MaximumNumberOfValues))
            {
                yield return Unknown(words[i]);
            }
        }
    }

    private string Unknown(string word) => $"{Where}:{Line}: './run {Text}': there is no '{word}'";

    private static bool IsPlaceholder(string word) => word is "COMMAND" or "<command>" or "…" or "...";

    [GeneratedRegex(@"`(\$ )?\./run(?<command>(\s[^`]*)?)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<![\w/])\./run(?<command>\s.*)")]
    private static partial Regex Shell();

    [GeneratedRegex("""\s#\s|\s\d?>{1,2}|"?\s*\||\s&&|;|\s</|\)|\s\\$""")]
    private static partial Regex ShellEnd();

    [GeneratedRegex("""("[^"]*"|'[^']*'|[^\s"'])+""")]
    private static partial Regex Word();
}
