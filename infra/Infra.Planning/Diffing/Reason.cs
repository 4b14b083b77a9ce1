namespace Infra.Planning.Diffing;

/// <summary>Why a resource is replaced, or may be.</summary>
/// <param name="What">The property, the option or the other resource that makes it so.</param>
/// <param name="Why">One sentence without an end.</param>
/// <param name="Source">Who says so, with its date; null where Pulumi's engine itself decides.</param>
public sealed record Reason(string What, string Why, string? Source = null);
