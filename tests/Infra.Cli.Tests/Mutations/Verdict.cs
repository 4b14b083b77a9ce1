using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Infra.Core.Configuration;
using Infra.TestKit;

namespace Infra.Cli.Tests.Mutations;

/// <summary>What holds of every answer to a configuration, however broken.</summary>
internal static partial class Verdict
{
    public static void Require(ProcessResult result)
    {
        Assert.True(result.ExitCode is 0 or 2, $"exit code {result.ExitCode}: {result.Error}");
        foreach (var text in (string[])[result.Output, result.Error])
        {
            Assert.DoesNotMatch(StackFrame(), text);
            Assert.DoesNotContain(text, c => c != '\n' && (char.IsControl(c) || c is >= '\u202a' and <= '\u202e'));
            // Half of a surrogate pair counts as one, too.
            Assert.DoesNotContain(Rune.ReplacementChar, text.EnumerateRunes());
        }
        if (result.ExitCode == 2)
        {
            RequireProblems(result);
        }
    }

    /// <summary>A heading that counts the problems, and one line for each, which begins with where it is.</summary>
    private static void RequireProblems(ProcessResult result)
    {
        Assert.Equal("", result.Output);
        var lines = result.Error.TrimEnd('\n').Split('\n');
        var heading = Heading().Match(lines[0]);
        Assert.True(heading.Success, result.Error);
        var count = int.Parse(heading.Groups["count"].Value, CultureInfo.InvariantCulture);
        var listed = Math.Min(count, ConfigProblems.MaxListed);
        Assert.Equal(count > listed ? $"  and {count - listed} more" : lines[^1], lines[^1]);
        Assert.Equal(listed, lines.Length - (count > listed ? 2 : 1));
        Assert.All(lines.Skip(1).Take(listed), line => Assert.Matches(Problem(), line));
        Assert.All(lines, line => Assert.True(line.Length < 2_000, line));
    }

    [GeneratedRegex(@"(?m)^\s+at \S+\(")]
    private static partial Regex StackFrame();

    [GeneratedRegex(@"\Aerror: (?<count>\d+) problems? in Pulumi\.case\.yaml( and --config)?:\z")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\A  (--config .*?|file|line \d+, column \d+|[A-Za-z0-9_.\[\]-]+:\S.*?): \S")]
    private static partial Regex Problem();
}
