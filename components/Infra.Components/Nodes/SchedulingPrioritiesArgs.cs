using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>Inputs of <see cref="SchedulingPriorities"/>: none, because a cluster has one set of priorities.</summary>
public sealed class SchedulingPrioritiesArgs : ResourceArgs;
