using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>What EKS Auto Mode lets the volume of a node have (EKS user guide, "Create a Node Class", read 2026-11): less than EBS would.</summary>
public static class AutoModeVolume
{
    private const int MaxIops = 16_000;
    private const int MaxThroughput = 1000;

    /// <summary>Checks what was asked for.</summary>
    /// <param name="path">Path of the pool.</param>
    /// <param name="iops">IOPS (<c>rootVolumeIops</c>); null for the baseline.</param>
    /// <param name="throughput">Throughput in MiB/s (<c>rootVolumeThroughput</c>); null for the baseline.</param>
    /// <param name="problems">Where the problems go.</param>
    public static void Check(string path, int? iops, int? throughput, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (iops > MaxIops)
        {
            problems.Add(ConfigPath.Key(path, "rootVolumeIops"), $"{iops} is more than the {MaxIops} that a volume of EKS Auto Mode can have");
        }

        if (throughput > MaxThroughput)
        {
            problems.Add(ConfigPath.Key(path, "rootVolumeThroughput"), $"{throughput} MiB/s is more than the {MaxThroughput} that a volume of EKS Auto Mode can have");
        }
    }
}
