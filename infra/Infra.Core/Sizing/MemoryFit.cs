using Infra.Core.Units;

namespace Infra.Core.Sizing;

/// <summary>Whether a model fits the GPUs of a node, with the numbers.</summary>
/// <param name="Request">The model and how it shall be served.</param>
/// <param name="Node">The GPUs.</param>
/// <param name="PerGpu">What it takes on the fullest GPU.</param>
public sealed record MemoryFit(MemoryRequest Request, GpuNode Node, GpuMemory PerGpu)
{
    /// <summary>What it may take on each GPU: usable memory × utilization.</summary>
    public ByteSize Budget => new((long)(Node.Memory.Bytes * Request.MemoryUtilization));

    /// <summary>True if it fits.</summary>
    public bool Fits => PerGpu.Total <= Budget;

    /// <summary>What is left for the KV cache on each GPU; 0 where weights and overhead alone are too much.</summary>
    public ByteSize KvCacheRoom => new(Math.Max(0, Budget.Bytes - (PerGpu.Weights.Bytes + PerGpu.Overhead.Bytes)));

    /// <summary>Requests of <see cref="MemoryRequest.Context"/> tokens that fit at the same time; null where a request takes no memory.</summary>
    public long? MaxConcurrency => GpuMemory.KvCacheOf(Request, Request.Context) is var one && one > 0 ? (long)(KvCacheRoom.Bytes / one) : null;

    /// <summary>
    /// The longest request in tokens of which <see cref="MemoryRequest.Concurrency"/> fit at the same time, no more than the model was made for; null where a request
    /// takes no memory.
    /// </summary>
    public int? MaxContext
    {
        get
        {
            if (GpuMemory.KvCacheOf(Request, int.MaxValue) == 0)
            {
                return null;
            }

            // The cache grows with the context, but in a bend where there is a window: halving finds the greatest that fits.
            var (fits, least) = (0, Request.Model.MaxContext ?? int.MaxValue);
            while (fits < least)
            {
                var middle = (int)(((long)fits + least + 1) / 2);
                (fits, least) = GpuMemory.KvCacheOf(Request, middle) * Request.Concurrency <= KvCacheRoom.Bytes ? (middle, least) : (fits, middle - 1);
            }

            return fits;
        }
    }

    /// <summary>Compares a model with a node.</summary>
    /// <param name="request">The model and how it shall be served.</param>
    /// <param name="node">The GPUs.</param>
    public static MemoryFit Of(MemoryRequest request, GpuNode node) => new(request, node, GpuMemory.Of(request));
}
