using Infra.TestKit;

namespace Infra.Cli.Tests.Seeds;

/// <summary>What is certain of an image by its Dockerfile alone.</summary>
internal sealed class Dockerfile
{
    private readonly string[] _lines;

    public Dockerfile(string file) => _lines = File.ReadAllLines(RepositoryRoot.Combine(file));

    /// <summary>Images that its stages begin with, in order.</summary>
    public IReadOnlyList<string> Bases => [.. Values("FROM").Select(line => line.Split(' ')[0])];

    /// <summary>Who the image runs as; that of the last stage.</summary>
    public string User => Values("USER")[^1];

    /// <summary>What the first line says.</summary>
    public string Head => _lines[0];

    /// <summary>Arguments of an instruction, wherever it stands.</summary>
    public IReadOnlyList<string> Values(string instruction) =>
        [.. _lines.Where(line => line.StartsWith($"{instruction} ", StringComparison.Ordinal)).Select(line => line[(instruction.Length + 1)..])];
}
