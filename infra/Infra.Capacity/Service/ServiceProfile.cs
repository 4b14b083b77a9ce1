namespace Infra.Capacity.Service;

/// <summary>What one replica of a model does on one kind of accelerator: a <see cref="RequestProfile"/> or a <see cref="TokenProfile"/>.</summary>
public abstract record ServiceProfile
{
    private protected ServiceProfile()
    {
    }

    /// <summary>Where the numbers come from: a measurement's date and place, or the formula and the data sheets of an estimate.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the numbers are estimated rather than measured.</summary>
    public required bool IsEstimate { get; init; }

    /// <summary>Share of a service's time in which the GPU works for it, 0 to 1: the rest (tokenising, decoding images, waiting for the network) leaves the GPU to its other tenants.</summary>
    public double GpuBusyShare { get; init; } = 1;

    /// <summary>CPU that one request takes of its replica, in core-microseconds: what an autoscaler on CPU looks at. Null where nobody measured it; such an autoscaler has no metric then, and changes nothing.</summary>
    public double? CpuMicrosPerRequest { get; init; }

    /// <summary>Share of one accelerator on which the times were taken, more than 0 and at most 1: below 1 for a piece of it (MIG) or a limited share (MPS).</summary>
    public double MeasuredGpuShare { get; init; } = 1;

    /// <summary>What is wrong with the numbers, one line each; empty if nothing.</summary>
    public abstract IEnumerable<string> Problems();

    /// <summary>What every profile must hold.</summary>
    private protected IEnumerable<string> CommonProblems()
    {
        if (string.IsNullOrWhiteSpace(Source))
        {
            yield return "source: is empty; say where the numbers come from";
        }

        if (!(GpuBusyShare is >= 0 and <= 1))
        {
            yield return FormattableString.Invariant($"gpuBusyShare: {GpuBusyShare} is not between 0 and 1");
        }

        if (!(MeasuredGpuShare is > 0 and <= 1))
        {
            yield return FormattableString.Invariant($"measuredGpuShare: {MeasuredGpuShare} is not more than 0 and at most 1");
        }

        if (CpuMicrosPerRequest is { } cpu && !(cpu >= 0 && double.IsFinite(cpu)))
        {
            yield return FormattableString.Invariant($"cpuMicrosPerRequest: {cpu} is less than 0");
        }
    }
}
