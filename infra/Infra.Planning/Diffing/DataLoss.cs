namespace Infra.Planning.Diffing;

/// <summary>What goes with a resource that holds data.</summary>
/// <param name="What">What is lost.</param>
/// <param name="Guard">What stands in the way.</param>
public sealed record DataLoss(string What, LossGuard Guard);
