namespace Infra.Capacity.Traces.Synthetic;

/// <summary>A model that made-up traffic asks.</summary>
/// <param name="Index">Its index in the platform.</param>
/// <param name="Name">Its name, which its random numbers depend on: another model beside it changes nothing for it.</param>
/// <param name="PerSecond">Requests a second, which the shape of the traffic multiplies.</param>
/// <param name="Lengths">Lengths of its prompts and answers; null where it doesn't count tokens.</param>
public sealed record SyntheticModel(int Index, string Name, double PerSecond, TokenLengths? Lengths);
