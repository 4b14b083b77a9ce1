using System.Globalization;
using System.Text.RegularExpressions;
using Infra.TestKit;

namespace Infra.Cli.Tests.Documents;

/// <summary>Every command, flag and exit code that the documentation and the workflows name exists.</summary>
public sealed partial class MentionedCommandTests
{
    private static readonly string[] _folders = ["docs", "examples", ".github", ".ci", "components", "stacks", "embedded", "tests", "infra"];

    private static IEnumerable<string> Files() =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Path, "*.md"),
        .. _folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".md" or ".yml" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
    ];

    private static IEnumerable<MentionedCommand> Shown() => Files().SelectMany(file => MentionedCommand.In(Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'), File.ReadAllText(file)));

    [Fact]
    public void What_is_shown_exists()
    {
        var (root, shown) = (CommandsPage.Root(), Shown().ToList());

        Assert.Contains(shown, one => one is { Where: "README.md", Text: "preview dev" });
        Assert.Contains(shown, one => one.Where == ".github/workflows/preview.yml");
        Findings.None(shown.SelectMany(one => one.Problems(root)));
    }

    [Fact]
    public void Exit_codes_that_are_named_exist()
    {
        var known = ExitCodes.All.Select(one => one.Code).ToHashSet();
        var named = Files().Where(file => !file.Contains("runbooks", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(file => ExitCode().Matches(File.ReadAllText(file)).SelectMany(match => match.Groups["code"].Captures)
                .Select(code => (File: Path.GetFileName(file), Code: int.Parse(code.Value, CultureInfo.InvariantCulture)))).ToList();

        Assert.Contains(("stacks.md", 129), named);
        Findings.None(named.Where(one => !known.Contains(one.Code)).Select(one => $"{one.File}: exit code {one.Code} is none of ours"));
    }

    [Theory]
    [InlineData("`./run previw dev`", "x.md:1: './run previw dev': there is no 'previw'")]
    [InlineData("`./run preview dev --jsn`", "x.md:1: './run preview dev --jsn': there is no '--jsn'")]
    [InlineData("`./run preview dev prod`", "x.md:1: './run preview dev prod': there is no 'prod'")]
    [InlineData("`./run explain modl x dev`", "x.md:1: './run explain modl x dev': there is no 'modl'")]
    [InlineData("`./run format --chek`", "x.md:1: './run format --chek': there is no '--chek'")]
    [InlineData("`./run diff prod --base main | less`, `./run diff prod --bse main`", "x.md:1: './run diff prod --bse main': there is no '--bse'")]
    public void What_does_not_exist_is_found(string text, string problem) => Assert.Equal([problem], MentionedCommand.In("x.md", text).SelectMany(one => one.Problems(CommandsPage.Root())));

    [Fact]
    public void Code_blocks_are_read_line_by_line() => Assert.Equal(
        ["preview dev", "check prod"],
        MentionedCommand.In("x.md", "prose says ./run nothing\n```sh\n./run preview dev   # a comment\ntime ./run check prod > out.txt\n```\n").Select(one => one.Text));

    [GeneratedRegex(@"[Ee]xit(?:s with| code|s with exit code)? (?<code>\d+)(?:(?:, | or )(?<code>\d+))*")]
    private static partial Regex ExitCode();
}
