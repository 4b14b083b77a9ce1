namespace Infra.Core.Nodes;

/// <summary>How several containers use one GPU.</summary>
public enum GpuSharingMode
{
    /// <summary>They don't: a container has whole GPUs.</summary>
    None,

    /// <summary>In turns; nothing keeps one from taking the memory of the others.</summary>
    TimeSlicing,

    /// <summary>At once, under NVIDIA's Multi-Process Service, each with an equal part of memory and threads.</summary>
    Mps,

    /// <summary>At once, in pieces that the hardware keeps apart (Multi-Instance GPU).</summary>
    Mig,
}
