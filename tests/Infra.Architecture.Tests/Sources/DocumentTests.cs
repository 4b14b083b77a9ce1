using System.Text.RegularExpressions;
using Infra.TestKit;

namespace Infra.Architecture.Tests.Sources;

/// <summary>Every document is finished, and its links lead somewhere.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] _notOurs = ["artifacts", "bin", "obj", ".git", "node_modules"];

    [Fact]
    public void No_placeholder_is_left() => Findings.None(Documents().SelectMany(file => Placeholders(file, Text(file))));

    [Fact]
    public void Every_link_into_the_repository_leads_somewhere() => Findings.None(Documents().SelectMany(file => DeadLinks(file, Text(file))));

    [Fact]
    public void A_placeholder_is_found()
    {
        const string Mark = "@" + "@";

        Assert.Equal([$"A.md: {Mark}TEST{Mark} was never filled in"], Placeholders("A.md", $"x {Mark}TEST{Mark} y a@b c"));
    }

    [Theory]
    [InlineData("[a](README.md) and [b](docs/adr)", null)]
    [InlineData("[a](README.md#anything)", null)]
    [InlineData("[a](#here) [b](https://example.org/x)", null)]
    [InlineData("[a](docs/nothing.md#part)", "A.md: docs/nothing.md doesn't exist")]
    [InlineData("![a](docs/picture.svg)", "A.md: docs/picture.svg doesn't exist")]
    public void A_dead_link_is_found(string text, string? finding)
    {
        string[] expected = finding is null ? [] : [finding];

        Assert.Equal(expected, DeadLinks("A.md", text));
    }

    private static IEnumerable<string> Documents() => Directory
        .EnumerateFiles(RepositoryRoot.Path, "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
        .Where(path => !path.Split('/').Intersect(_notOurs).Any())
        .Order(StringComparer.Ordinal);

    private static string Text(string file) => File.ReadAllText(RepositoryRoot.Combine(file));

    private static IEnumerable<string> Placeholders(string file, string text) =>
        Placeholder().Matches(text).Select(match => $"{file}: {match.Value} was never filled in");

    private static IEnumerable<string> DeadLinks(string file, string text)
    {
        var folder = Path.GetDirectoryName(RepositoryRoot.Combine(file))!;
        return Link().Matches(text)
            .Select(match => match.Groups["target"].Value)
            .Where(target => !Path.Exists(Path.Combine(folder, target)))
            .Select(target => $"{file}: {target} doesn't exist");
    }

    [GeneratedRegex("@@[A-Z]+@@")]
    private static partial Regex Placeholder();

    // What has a scheme leads elsewhere, and what begins with '#' stays on the page.
    [GeneratedRegex(@"\]\((?![a-z]+:|#)(?<target>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
