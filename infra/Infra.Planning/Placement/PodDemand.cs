namespace Infra.Planning.Placement;

/// <summary>Something that a pod demands of its node.</summary>
/// <param name="Filter">The scheduler's filter that sees to it, e.g. <c>NodeResourcesFit</c>.</param>
/// <param name="Words">What is demanded, e.g. <c>nvidia.com/gpu: 8</c>.</param>
public sealed record PodDemand(string Filter, string Words);
