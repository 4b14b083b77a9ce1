using Infra.Components.Nodes;
using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Stacks.Configuration;

/// <summary>How several models use one GPU: exactly one of the three.</summary>
public sealed record GpuSharingConfig : IConfigRules
{
    /// <summary>Containers that take turns on one GPU; nothing keeps one from taking the memory of the others. Default: none.</summary>
    [InRange(Min = 2)]
    public int? TimeSlicing { get; init; }

    /// <summary>Containers that share one GPU under NVIDIA's Multi-Process Service, each with an equal part of its memory. Default: none.</summary>
    [InRange(Min = 2, Max = 48)]
    public int? Mps { get; init; }

    /// <summary>Pieces that the hardware keeps apart (Multi-Instance GPU). Default: none.</summary>
    public MigConfig? Mig { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if ((TimeSlicing, Mps, Mig) is (null, null, null))
        {
            problems.Add(path, "has none of timeSlicing, mps and mig; one of them says how, or remove it");
        }
    }

    /// <summary>What the rules judge.</summary>
    internal GpuSharingRequest ToRequest() => new()
    {
        TimeSlicing = TimeSlicing,
        Mps = Mps,
        MigLayout = Mig?.Layout,
        MigStrategy = Mig?.Strategy ?? MigStrategy.Single,
    };

    /// <summary>The component's form.</summary>
    internal PoolSharingArgs ToArgs() => new()
    {
        TimeSlicing = TimeSlicing,
        Mps = Mps,
        Mig = Mig is { } mig ? new MigArgs { Layout = mig.Layout, Mixed = mig.Strategy == MigStrategy.Mixed } : null,
    };
}

/// <summary>How every GPU of a pool is cut into pieces.</summary>
public sealed record MigConfig
{
    /// <summary>Name of a layout as NVIDIA's MIG manager knows it, such as <c>all-1g.10gb</c>.</summary>
    [NonEmpty]
    public required string Layout { get; init; }

    /// <summary>
    /// How pieces are advertised: <c>single</c> as <c>nvidia.com/gpu</c>, for which all must be equal, <c>mixed</c> by their size, such as
    /// <c>nvidia.com/mig-1g.10gb</c>. Default: single.
    /// </summary>
    public MigStrategy Strategy { get; init; } = MigStrategy.Single;
}
