using System.Text.RegularExpressions;
using Infra.TestKit;

namespace Infra.Architecture.Tests.Sources;

/// <summary>No golden file is left behind by a test that is gone.</summary>
public sealed partial class GoldenFileTests
{
    [Fact]
    public void Every_golden_file_is_named_by_a_test_of_its_project()
    {
        var dangling = Directory.EnumerateDirectories(RepositoryRoot.Combine("tests"), Golden.Folder, SearchOption.AllDirectories)
            .SelectMany(folder => Dangling(Path.GetDirectoryName(folder)!, folder));

        Findings.None(dangling);
    }

    [Theory]
    [InlineData("dev.urns.txt", "Golden.Match(text, \"dev.urns.txt\")", true)]
    [InlineData("dev.urns.txt", "Golden.Match(text, $\"{environment}.urns.txt\")", true)]
    [InlineData("dev.urns.txt", "Golden.Match(text, $\"{environment}.plan.txt\")", false)]
    [InlineData("dev.urns.txt", "Golden.Match(text, $\"{environment}.txt\")", false)]
    public void A_name_may_be_literal_or_begin_with_a_value(string file, string source, bool isNamed) =>
        Assert.Equal(isNamed, IsNamed(file, source));

    private static IEnumerable<string> Dangling(string project, string folder)
    {
        var sources = string.Concat(Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(name => !IsNamed(name, sources))
            .Select(name => $"{Path.GetRelativePath(RepositoryRoot.Path, folder)}/{name}");
    }

    private static bool IsNamed(string name, string sources) =>
        sources.Contains($"\"{name}\"", StringComparison.Ordinal)
        || FirstWord().Match(name) is { Success: true } word && sources.Contains($"}}{name[word.Length..]}\"", StringComparison.Ordinal);

    [GeneratedRegex(@"^[\w-]+(?=\.)")]
    private static partial Regex FirstWord();
}
