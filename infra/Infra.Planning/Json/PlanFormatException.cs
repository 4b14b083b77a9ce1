namespace Infra.Planning.Json;

/// <summary>A document is not a plan: where, what was found, what is allowed.</summary>
public sealed class PlanFormatException : FormatException
{
    public PlanFormatException(string path, string problem, Exception? innerException = null)
        : base(path.Length == 0 ? $"plan: {problem}" : $"plan, {path}: {problem}", innerException) => Path = path;

    /// <summary>Such as <c>resources[3].inputs.spec</c>; empty for the document itself.</summary>
    public string Path { get; }
}
