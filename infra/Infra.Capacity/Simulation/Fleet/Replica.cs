using Infra.Capacity.Simulation.Nodes;
using Infra.Capacity.Simulation.Servers;

namespace Infra.Capacity.Simulation.Fleet;

/// <summary>A replica of a model.</summary>
internal sealed class Replica(int number, ModelFleet fleet, int version)
{
    /// <summary>Its number; later ones have greater ones, and none is used twice.</summary>
    public int Number { get; } = number;

    /// <summary>The replicas that it is one of.</summary>
    public ModelFleet Fleet { get; } = fleet;

    /// <summary>Which version of the model it is: later ones have greater numbers.</summary>
    public int Version { get; } = version;

    /// <summary>Its pods; those that span nodes have several.</summary>
    public required Pod[] Pods { get; init; }

    /// <summary>How far it is.</summary>
    public ReplicaState State { get; set; }

    /// <summary>When the last of its pods got a node; -1 before.</summary>
    public long PlacedMicros { get; set; } = -1;

    /// <summary>When its containers run: image and model are there.</summary>
    public long RunningMicros { get; set; }

    /// <summary>When it became ready.</summary>
    public long ReadyMicros { get; set; }

    /// <summary>Whether a node that EC2 takes back is why it ends.</summary>
    public bool EndsForSpot { get; set; }

    /// <summary>What works in it; null until it is placed.</summary>
    public ReplicaServers? Servers { get; set; }

    /// <summary>CPU that it used over the last measurement, in thousandths of a core; null before the second one.</summary>
    public long? CpuMillis { get; set; }

    /// <summary>Requests that it had taken up at the last measurement.</summary>
    public long MeasuredRequests { get; set; }

    /// <summary>When CPU was measured last; -1 for never.</summary>
    public long MeasuredMicros { get; set; } = -1;

    /// <summary>Over how long.</summary>
    public long MeasuredWindow { get; set; }

    /// <summary>Whether it counts among those that the model asks for.</summary>
    public bool IsWanted => State is not (ReplicaState.Ending or ReplicaState.Gone);

    /// <summary>Accelerators that its pods hold.</summary>
    public double Gpus => Pods.Sum(pod => pod.Gpus);
}
