namespace Infra.Capacity.Traces;

/// <summary>Reads the lines of a trace in one of its forms.</summary>
internal interface ITraceRows
{
    /// <summary>Reads a request.</summary>
    /// <param name="text">The line.</param>
    /// <param name="line">Its number.</param>
    /// <exception cref="TraceFormatException">It is none.</exception>
    TraceRequest Read(ReadOnlyMemory<char> text, long line);
}
