using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Stacks.Configuration;

/// <summary>How several containers use one GPU of a pool: at most one of the three.</summary>
public sealed record SharingConfig : IConfigRules
{
    /// <summary>Containers that take turns on one GPU, 2 or more. Nothing keeps one from taking the memory of the others.</summary>
    public int? TimeSlicing { get; init; }

    /// <summary>Containers that share one GPU under NVIDIA's Multi-Process Service, 2 to 48, each with an equal part of memory and threads.</summary>
    public int? Mps { get; init; }

    /// <summary>Cuts every GPU into pieces. Takes <c>accelerators.nvidia: gpuOperator</c>.</summary>
    public MigConfig? Mig { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if ((TimeSlicing, Mps, Mig) is (null, null, null))
        {
            problems.Add(path, "has none of timeSlicing, mps and mig; one of them says how, or remove it");
        }
    }

    /// <summary>What it comes to, once the rules have found nothing wrong.</summary>
    internal GpuSharing ToSharing() => this switch
    {
        { TimeSlicing: { } replicas } => GpuSharing.TimeSlicing(replicas),
        { Mps: { } replicas } => GpuSharing.Mps(replicas),
        { Mig: { } mig } => GpuSharing.Mig(mig.Layout, mig.Strategy),
        _ => GpuSharing.None,
    };

    /// <summary>What is asked for, as the rules take it.</summary>
    internal GpuSharingRequest ToRequest() => new()
    {
        TimeSlicing = TimeSlicing,
        Mps = Mps,
        MigLayout = Mig?.Layout,
        MigStrategy = Mig?.Strategy ?? MigStrategy.Single,
    };
}

/// <summary>Multi-Instance GPU.</summary>
public sealed record MigConfig
{
    /// <summary>Layout of every GPU, by the name that NVIDIA's MIG manager has for it, e.g. <c>all-1g.5gb</c>.</summary>
    [NonEmpty]
    public required string Layout { get; init; }

    /// <summary>How the pieces are named. Default: single, all of them <c>nvidia.com/gpu</c>.</summary>
    public MigStrategy Strategy { get; init; } = MigStrategy.Single;
}
