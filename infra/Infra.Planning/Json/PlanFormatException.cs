using Infra.Core.Configuration;

namespace Infra.Planning.Json;

/// <summary>A document is not a plan: where, what was found, what is allowed.</summary>
public sealed class PlanFormatException : FormatException
{
    // A path has the keys of the document in it, and these may be anything.
    private const int LongestPath = 400;

    public PlanFormatException(string path, string problem, Exception? innerException = null)
        : base(Text("plan", path, problem), innerException)
    {
        Path = path;
        Problem = problem;
    }

    /// <summary>Such as <c>resources[3].inputs.spec</c>; empty for the document itself.</summary>
    public string Path { get; }

    /// <summary>What was found and what is allowed, without the place.</summary>
    public string Problem { get; }

    /// <summary>The message of a plan that comes from somewhere with a name.</summary>
    public string MessageFor(string source) => Text(source, Path, Problem);

    private static string Text(string source, string path, string problem) =>
        path.Length == 0 ? $"{source}: {problem}" : $"{source}, {Shown.Line(path, LongestPath)}: {problem}";
}
