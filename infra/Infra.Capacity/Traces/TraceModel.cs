namespace Infra.Capacity.Traces;

/// <summary>A model that requests can be for.</summary>
/// <param name="Name">Its name in the plan.</param>
/// <param name="CountsTokens">Whether it is a language model, which can't be simulated without the lengths of prompts and answers.</param>
public sealed record TraceModel(string Name, bool CountsTokens);
