namespace Infra.Capacity.Traces;

/// <summary>What a column of a trace can say.</summary>
internal enum TraceColumn
{
    Time,
    Model,
    InputTokens,
    OutputTokens,
}
