namespace Infra.Core.Nodes;

/// <summary>A taint that keeps pods without a matching toleration off a node.</summary>
/// <param name="Key">Label-like key, e.g. <c>nvidia.com/gpu</c>.</param>
/// <param name="Value">Value; empty where the key alone says it.</param>
/// <param name="Effect">What happens to a pod that doesn't tolerate the taint.</param>
public sealed record Taint(string Key, string Value, TaintEffect Effect);
