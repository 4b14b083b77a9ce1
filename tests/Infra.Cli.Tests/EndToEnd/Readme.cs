using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>The fenced blocks of README.md, in their order.</summary>
internal static class Readme
{
    /// <param name="Language">What follows the fence.</param>
    /// <param name="Text">The lines between the fences, each with its line break.</param>
    /// <param name="Yaml">The YAML block before this one in the same section, which its commands are run with; empty if there is none.</param>
    public sealed record Block(string Language, string Text, string Yaml);

    public static IReadOnlyList<Block> Blocks { get; } = Read(File.ReadAllLines(RepositoryRoot.Combine("README.md")));

    public static IEnumerable<Block> In(string language) => Blocks.Where(block => block.Language == language);

    private static List<Block> Read(string[] lines)
    {
        var blocks = new List<Block>();
        var yaml = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                yaml = "";
            }
            else if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, i + 1, static line => line == "```");
                var block = new Block(lines[i][3..], string.Concat(lines[(i + 1)..end].Select(static line => $"{line}\n")), yaml);
                yaml = block.Language == "yaml" ? block.Text : yaml;
                blocks.Add(block);
                i = end;
            }
        }

        return blocks;
    }
}
