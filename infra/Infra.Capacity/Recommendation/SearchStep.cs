namespace Infra.Capacity.Recommendation;

/// <summary>What is tried next.</summary>
/// <param name="Stage">The part of the search.</param>
/// <param name="Simulations">Simulations so far.</param>
/// <param name="Setting">The setting.</param>
public sealed record SearchStep(SearchStage Stage, int Simulations, Setting Setting);
