using Infra.Core.Units;

namespace Infra.Core.Footprints;

/// <summary>Room on nodes, taken or free.</summary>
/// <param name="Millicores">Thousandths of a core.</param>
/// <param name="Bytes">Bytes of memory.</param>
/// <param name="Pods">Pods.</param>
public readonly record struct NodeRoom(long Millicores, long Bytes, int Pods)
{
    /// <summary>Whether this fits into that.</summary>
    public bool FitsInto(NodeRoom free) => Millicores <= free.Millicores && Bytes <= free.Bytes && Pods <= free.Pods;

    /// <summary>The greater of the shares of CPU and memory that this is of the whole.</summary>
    public double ShareOf(NodeRoom whole) => Math.Max((double)Millicores / whole.Millicores, (double)Bytes / whole.Bytes);

    /// <summary>For a message, e.g. <c>1740m CPU, 5123Mi memory and 105 pods</c>.</summary>
    public override string ToString() => $"{new CpuQuantity(Millicores)} CPU, {Bytes >> 20}Mi memory and {Counted.Of(Pods, "pod")}";

    /// <summary>The same room several times.</summary>
    public static NodeRoom operator *(NodeRoom one, int times) => new(one.Millicores * times, one.Bytes * times, one.Pods * times);

    /// <summary>Both together.</summary>
    public static NodeRoom operator +(NodeRoom left, NodeRoom right) => new(left.Millicores + right.Millicores, left.Bytes + right.Bytes, left.Pods + right.Pods);

    /// <summary>What is left.</summary>
    public static NodeRoom operator -(NodeRoom left, NodeRoom right) => new(left.Millicores - right.Millicores, left.Bytes - right.Bytes, left.Pods - right.Pods);
}
