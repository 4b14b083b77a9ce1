namespace Infra.Capacity.Traces;

/// <summary>One request of a trace. Traces are streamed in order of <paramref name="AtMicros"/>.</summary>
/// <param name="AtMicros">When it is sent, in microseconds from the start of the trace; 0 or more.</param>
/// <param name="Model">Which model it asks: the index in the platform's list of models.</param>
/// <param name="InputTokens">Tokens of the prompt; 0 where the model isn't a language model.</param>
/// <param name="OutputTokens">Tokens of the answer; 0 where the model isn't a language model.</param>
public readonly record struct TraceRequest(long AtMicros, int Model, int InputTokens, int OutputTokens);
