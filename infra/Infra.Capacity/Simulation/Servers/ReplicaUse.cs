namespace Infra.Capacity.Simulation.Servers;

/// <summary>How much a replica works, over time.</summary>
internal sealed class ReplicaUse(double gpuBusyShare)
{
    private long _changedMicros;
    private int _working;
    private double _gpu;

    /// <summary>Servers at work.</summary>
    public int Working => _working;

    /// <summary>Requests that were taken up: what CPU is reckoned by.</summary>
    public long Requests { get; set; }

    /// <summary>Microseconds in which the GPU worked; several servers together don't make it work more than all the time.</summary>
    public double GpuMicros { get; private set; }

    /// <summary>Counts until now.</summary>
    public void CountTo(long now)
    {
        var elapsed = now - _changedMicros;
        GpuMicros += elapsed * _gpu;
        _changedMicros = now;
    }

    /// <summary>More servers work from now on, or fewer.</summary>
    public void Change(long now, int by)
    {
        CountTo(now);
        _working += by;
        _gpu = Math.Min(1, _working * gpuBusyShare);
    }
}
