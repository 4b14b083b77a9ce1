namespace Infra.Capacity.Traces;

/// <summary>A trace can't be read: the line, what was found, what is allowed.</summary>
public sealed class TraceFormatException : FormatException
{
    /// <param name="line">The line, from 1; 0 for the file itself.</param>
    /// <param name="problem">What was found and what is allowed, without the place.</param>
    /// <param name="innerException">What told us.</param>
    public TraceFormatException(long line, string problem, Exception? innerException = null)
        : base(Text("trace", line, problem), innerException)
    {
        Line = line;
        Problem = problem;
    }

    /// <summary>From 1; 0 for the file itself.</summary>
    public long Line { get; }

    public string Problem { get; }

    /// <summary>The message of a trace that comes from somewhere with a name.</summary>
    public string MessageFor(string source) => Text(source, Line, Problem);

    private static string Text(string source, long line, string problem) => line == 0 ? $"{source}: {problem}" : $"{source}:{line}: {problem}";
}
