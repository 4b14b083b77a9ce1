using System.Text.RegularExpressions;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>What README.md shows is what its commands print.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Dev = "Pulumi.dev.yaml";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void It_shows_the_two_commands_first() =>
        Assert.Equal(["$ ./run preview dev", "$ ./run test"], Readme.In("console").Take(2).Select(block => block.Text.Split('\n')[0]));

    [Fact]
    public async Task Previews_print_what_is_shown()
    {
        var previews = Readme.In("console").Where(block => block.Text.StartsWith("$ ./run preview ", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(previews);
        foreach (var block in previews)
        {
            using var checkout = new Checkout();
            checkout.Append(Dev, block.Yaml);
            var command = block.Text.Split('\n')[0];
            var result = await checkout.RunAsync(command["$ ./run ".Length..].Split(' '));

            Assert.Equal(block.Text, $"{command}\n{result.Output}{result.Error}");
        }
    }

    [Fact]
    public void Tests_end_with_their_totals() => Assert.All(
        Readme.In("console").Where(block => block.Text.StartsWith("$ ./run test", StringComparison.Ordinal)),
        block => Assert.Matches("^[1-9][0-9]* passed, 0 failed, [0-9]+ skipped$", block.Text.TrimEnd('\n').Split('\n')[^1]));

    [Fact]
    public void Every_command_shown_is_checked_here() => Assert.All(
        Readme.In("console").SelectMany(block => block.Text.Split('\n')).Where(line => line.StartsWith('$')),
        line => Assert.Matches(@"^\$ \./run (preview [a-z]+|test)$", line));

    [Fact]
    public async Task Four_lines_cause_what_the_difference_shows()
    {
        var shown = Assert.Single(Readme.In("diff"));
        var before = Rows(await _checkout.RunAsync("preview", "dev"));
        _checkout.Append(Dev, shown.Yaml);
        var after = Rows(await _checkout.RunAsync("preview", "dev"));

        Assert.Equal(4, shown.Yaml.TrimEnd('\n').Split('\n').Length);
        Assert.Empty(before.Except(after));
        Assert.NotEmpty(after.Except(before));
        Assert.Equal(after.Except(before), shown.Text.TrimEnd('\n').Split('\n').Select(Row));
    }

    private static string[] Rows(TestKit.ProcessResult result)
    {
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return [.. result.Output.Split('\n').Where(line => TreeRow().IsMatch(line)).Select(Row)];
    }

    // Type and name; guides and columns move when a row is added.
    private static string Row(string line)
    {
        var row = TreeRow().Match(line);
        Assert.True(row.Success, $"'{line}' is no row of the tree");
        return $"{row.Groups["type"].Value} {row.Groups["name"].Value}";
    }

    [GeneratedRegex(@"^ ?\+ [ │├└─]*(?<type>\S+) +(?<name>\S+) +create$")]
    private static partial Regex TreeRow();
}
