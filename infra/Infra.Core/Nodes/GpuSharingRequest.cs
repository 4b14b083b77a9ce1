namespace Infra.Core.Nodes;

/// <summary>What a pool asks for: at most one of the three.</summary>
public sealed record GpuSharingRequest
{
    /// <summary>Containers that take turns on one GPU (<c>timeSlicing</c>).</summary>
    public int? TimeSlicing { get; init; }

    /// <summary>Containers that share one GPU under the Multi-Process Service (<c>mps</c>).</summary>
    public int? Mps { get; init; }

    /// <summary>Name of the layout that every GPU is cut into (<c>mig.layout</c>).</summary>
    public string? MigLayout { get; init; }

    /// <summary>How the pieces are named (<c>mig.strategy</c>).</summary>
    public MigStrategy MigStrategy { get; init; }
}
