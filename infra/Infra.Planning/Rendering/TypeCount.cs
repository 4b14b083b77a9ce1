namespace Infra.Planning.Rendering;

/// <param name="Type">The type token as the plan has it.</param>
public sealed record TypeCount(string Type, int Count);
