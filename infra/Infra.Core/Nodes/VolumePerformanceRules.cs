using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>What a gp3 volume can be asked for beyond its baseline (EBS user guide, "General Purpose SSD volumes", limits since September 2025).</summary>
public static class VolumePerformanceRules
{
    /// <summary>IOPS of every gp3 volume.</summary>
    public const int BaselineIops = 3000;

    /// <summary>Most IOPS of a gp3 volume.</summary>
    public const int MaxIops = 80_000;

    /// <summary>Throughput of every gp3 volume in MiB/s.</summary>
    public const int BaselineThroughput = 125;

    /// <summary>Most throughput of a gp3 volume in MiB/s.</summary>
    public const int MaxThroughput = 2000;

    private const int IopsPerGiB = 500;
    private const int IopsPerMiBps = 4;

    /// <summary>Checks a volume and adds everything that is wrong.</summary>
    /// <param name="iopsPath">Path of the IOPS.</param>
    /// <param name="iops">Its IOPS; null for the baseline.</param>
    /// <param name="throughputPath">Path of the throughput.</param>
    /// <param name="throughput">Its throughput in MiB/s; null for the baseline.</param>
    /// <param name="gibibytes">Its size; null where that is derived, and large enough for any.</param>
    /// <param name="problems">Where the problems go.</param>
    public static void Check(string iopsPath, int? iops, string throughputPath, int? throughput, int? gibibytes, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var most = gibibytes is { } size ? Math.Max(BaselineIops, Math.Min(MaxIops, size * IopsPerGiB)) : MaxIops;
        if (iops is < BaselineIops || iops > most)
        {
            problems.Add(iopsPath, $"{iops} is not between {BaselineIops} and {most}{(most < MaxIops ? $", {IopsPerGiB} for each of {gibibytes} GiB" : "")}");
        }

        if (throughput is < BaselineThroughput or > MaxThroughput)
        {
            problems.Add(throughputPath, $"{throughput} is not between {BaselineThroughput} and {MaxThroughput} MiB/s");
        }
        else if (throughput * IopsPerMiBps > (iops ?? BaselineIops))
        {
            problems.Add(throughputPath, $"{throughput} MiB/s needs {throughput * IopsPerMiBps} IOPS, but the volume has {iops ?? BaselineIops}; raise its IOPS");
        }
    }
}
