namespace Infra.Core.Nodes;

/// <summary>A network interface that a node starts with.</summary>
/// <param name="NetworkCard">Index of the network card.</param>
/// <param name="Device">Index of the interface on its card.</param>
/// <param name="Type"><c>interface</c>, <c>efa</c> (EFA and IP traffic) or <c>efa-only</c>.</param>
public sealed record NodeInterface(int NetworkCard, int Device, string Type);
