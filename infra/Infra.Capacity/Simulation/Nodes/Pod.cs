using System.Collections.Immutable;
using Infra.Capacity.Platform;
using Infra.Capacity.Simulation.Fleet;
using Infra.Capacity.Simulation.Servers;

namespace Infra.Capacity.Simulation.Nodes;

/// <summary>A pod of a replica, or one that only holds room.</summary>
internal sealed class Pod(int number, PodDemand demand, ImmutableArray<int> pools)
{
    /// <summary>Its number.</summary>
    public int Number { get; } = number;

    /// <summary>What it requests.</summary>
    public PodDemand Demand { get; } = demand;

    /// <summary>Pools that may take it, the preferred first.</summary>
    public ImmutableArray<int> Pools { get; } = pools;

    /// <summary>The replica that it belongs to; null where it only holds room.</summary>
    public Replica? Replica { get; set; }

    /// <summary>The node that has it; null while it waits for one.</summary>
    public Node? Node { get; set; }

    /// <summary>The accelerator, where it is shared.</summary>
    public SharedGpu? Gpu { get; set; }

    /// <summary>Accelerators that it holds; shared ones by their part.</summary>
    public double Gpus { get; set; }

    /// <summary>When its node has its image.</summary>
    public long ImageMicros { get; set; }
}
